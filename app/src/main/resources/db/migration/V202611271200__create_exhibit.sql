-- A file kept with a case. What it is called, when it came and what it shows are in the case's own
-- events; this row says only that it is there. It stays when the file is disposed of.
create table exhibit (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    case_id varchar(36) not null references case_file (id),
    key_id varchar(36) not null,
    parts integer not null,
    bytes bigint not null,
    kept_at bigint not null,
    disposed_at bigint
);
create index exhibit_by_case on exhibit (case_id);

-- Its content in sealed pieces, so that no more than one piece is ever open while it is read, and so
-- that the file and the entry that records it are saved together or not at all.
create table exhibit_part (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    exhibit varchar(36) not null references exhibit (id),
    place integer not null,
    sealed bytea not null,
    unique (exhibit, place)
);
