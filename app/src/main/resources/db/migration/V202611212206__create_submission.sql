-- A form that is sent twice is taken once: each carries a token that can be used only once.
create table submission (
    token varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    sent_at bigint not null
);
