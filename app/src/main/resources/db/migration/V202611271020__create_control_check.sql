-- What a self-check of the program found. The newest result of each control says whether it is kept.
create table control_check (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    control varchar(60) not null,
    checked_at bigint not null,
    passed boolean not null,
    found varchar(500) not null,
    took_millis bigint not null,
    asked_by varchar(64) not null
);
create index control_check_newest on control_check (school, control, checked_at);

-- How far a school's ledger was proved, so that the next proof begins there; a proof from the first
-- entry is made again now and then.
create table ledger_proof (
    school varchar(36) not null primary key references school (id),
    seq bigint not null,
    hash varchar(64) not null,
    whole_at bigint not null
);

-- A backup that was made beside the server, as the ledger that it holds bears out.
create table backup_made (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    made_at bigint not null,
    head varchar(64) not null,
    proved boolean not null,
    noted_at bigint not null,
    unique (school, made_at, head)
);
create index backup_made_newest on backup_made (school, made_at);
