-- A published edition of a school's policy: the resolved pack, unchanged for ever.
create table edition (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    pack varchar(60) not null,
    label varchar(200) not null,
    schema_version integer not null,
    hash varchar(64) not null,
    resolved text not null,
    in_force_on date not null,
    published_at bigint not null
);
create index edition_by_school on edition (school, in_force_on);
