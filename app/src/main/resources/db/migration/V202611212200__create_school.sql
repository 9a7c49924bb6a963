-- Every other row names its school.
create table school (
    id varchar(36) not null primary key,
    name varchar(200) not null,
    invented boolean not null,
    created_at bigint not null
);
