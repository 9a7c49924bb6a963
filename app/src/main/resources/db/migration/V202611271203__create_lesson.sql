-- What the school learned, for those whom it is for. It names nobody, and is never changed.
create table lesson (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    published_by varchar(64) not null,
    published_at bigint not null
);
create index lesson_newest on lesson (school, published_at);

create table lesson_audience (
    lesson varchar(36) not null references lesson (id),
    school varchar(36) not null references school (id),
    audience varchar(20) not null,
    primary key (lesson, audience)
);

create table lesson_withdrawal (
    lesson varchar(36) not null primary key references lesson (id),
    school varchar(36) not null references school (id),
    withdrawn_by varchar(64) not null,
    withdrawn_at bigint not null
);

-- A change to how the school works, which a post sees to by a day.
create table practice_change (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    owner varchar(60) not null,
    due_on date not null,
    key_id varchar(36) not null,
    sealed bytea not null,
    set_by varchar(64) not null,
    set_at bigint not null
);
create index practice_change_due on practice_change (school, due_on);

create table practice_change_done (
    id varchar(36) not null,
    practice_change varchar(36) not null primary key references practice_change (id),
    school varchar(36) not null references school (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    done_by varchar(64) not null,
    done_at bigint not null
);
