-- An edition that changes who reads cases waits here, unpublished, until a second person agrees.
create table edition_request (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    pack varchar(60) not null,
    label varchar(200) not null,
    schema_version integer not null,
    hash varchar(64) not null,
    resolved text not null,
    in_force_on date not null,
    asked_by varchar(64) not null,
    asked_at bigint not null
);
create index edition_request_by_school on edition_request (school, asked_at);

create table edition_decision (
    request varchar(36) not null primary key references edition_request (id),
    school varchar(36) not null references school (id),
    granted boolean not null,
    decided_by varchar(36) not null,
    decided_at bigint not null,
    check (decided_by <> '')
);
