-- A form that is sent twice is taken once. The print covers its token and everything it says, so that
-- the same form with other words is not mistaken for a repeat.
create table submission (
    print varchar(64) not null primary key,
    school varchar(36) not null references school (id),
    sent_at bigint not null
);
