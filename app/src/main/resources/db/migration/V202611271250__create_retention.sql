-- How long records are kept: who was born when, what is held back, what was decided, what is gone.

-- Somebody's date of birth, sealed under their own key.
create table person_birth (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    recorded_by varchar(64) not null,
    recorded_at bigint not null,
    unique (person)
);
create index person_birth_by_school on person_birth (school);

-- A case that must not be disposed of, whatever its age, until the hold is ended.
create table retention_hold (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    case_id varchar(36) not null references case_file (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    held_by varchar(64) not null,
    held_at bigint not null
);
create index retention_hold_by_case on retention_hold (case_id);

create table retention_hold_end (
    id varchar(36) not null primary key,
    hold varchar(36) not null references retention_hold (id),
    school varchar(36) not null references school (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    ended_by varchar(64) not null,
    ended_at bigint not null,
    unique (hold)
);

-- What one person decided of a case at the end of its time: to dispose of it, which takes a second
-- person, or to keep it until a day.
create table retention_review (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    case_id varchar(36) not null references case_file (id),
    keep_until date,
    key_id varchar(36) not null,
    sealed bytea not null,
    decided_by varchar(64) not null,
    decided_at bigint not null
);
create index retention_review_by_case on retention_review (case_id, decided_at);

create table retention_review_answer (
    review varchar(36) not null primary key references retention_review (id),
    school varchar(36) not null references school (id),
    agreed boolean not null,
    answered_by varchar(64) not null,
    answered_at bigint not null,
    check (answered_by <> '')
);

-- A case that was disposed of: an incident, and with it each concern that it was made of.
create table disposal (
    case_id varchar(36) not null primary key references case_file (id),
    school varchar(36) not null references school (id),
    with_case varchar(36) not null references case_file (id),
    decided_by varchar(64) not null,
    agreed_by varchar(64) not null,
    disposed_at bigint not null
);
create index disposal_by_school on disposal (school, disposed_at);

-- That the key of a disposed case is destroyed; until then it is tried again.
create table disposal_done (
    case_id varchar(36) not null primary key references disposal (case_id),
    school varchar(36) not null references school (id),
    destroyed_at bigint not null
);
