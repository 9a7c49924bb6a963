-- A file that somebody sent to bring people in. It is kept, sealed, until it is applied or dropped; what
-- stays is that it was, and how many it added, changed and closed.
create table roster_import (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    format varchar(20) not null,
    key_id varchar(36) not null,
    begun_by varchar(64) not null,
    begun_at bigint not null
);
create index roster_import_by_school on roster_import (school, begun_at);

create table roster_import_file (
    id varchar(36) not null primary key,
    import varchar(36) not null unique references roster_import (id),
    school varchar(36) not null references school (id),
    key_id varchar(36) not null,
    sealed bytea not null
);

-- What was said about it since: its columns, and the answers to its questions. Sealed with it.
create table roster_import_answer (
    id varchar(36) not null primary key,
    import varchar(36) not null unique references roster_import (id),
    school varchar(36) not null references school (id),
    key_id varchar(36) not null,
    sealed bytea not null
);

create table roster_import_end (
    import varchar(36) not null primary key references roster_import (id),
    school varchar(36) not null references school (id),
    applied boolean not null,
    added integer not null,
    changed integer not null,
    unchanged integer not null,
    closed integer not null,
    waiting integer not null,
    ended_by varchar(64) not null,
    ended_at bigint not null
);

-- Whom it touched, and in what: words such as 'name', 'class', 'born'. Never what they say.
create table roster_import_change (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    import varchar(36) not null references roster_import (id),
    person varchar(36) not null references person (id),
    kind varchar(20) not null,
    what varchar(200) not null
);
create index roster_import_change_by_import on roster_import_change (import);

-- What a school's columns held the last time, found by a print of its headings.
create table roster_columns (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    print varchar(64) not null,
    key_id varchar(36) not null,
    sealed bytea not null,
    saved_at bigint not null,
    unique (school, print)
);
