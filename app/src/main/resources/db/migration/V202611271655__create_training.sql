-- One session in which some people were trained: which course, what it covered, when and by whom.
create table training_session (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    course varchar(60) not null,
    edition varchar(36) not null references edition (id),
    provider varchar(20) not null,
    held_on date not null,
    key_id varchar(36) not null,
    sealed bytea not null,
    recorded_by varchar(64) not null,
    recorded_at bigint not null
);
create index training_session_by_course on training_session (school, course, held_on);

create table training_session_item (
    session varchar(36) not null references training_session (id),
    school varchar(36) not null references school (id),
    item varchar(60) not null,
    primary key (session, item)
);

create table training_attendance (
    session varchar(36) not null references training_session (id),
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    primary key (session, person)
);
create index training_attendance_by_person on training_attendance (school, person);

-- That a session was recorded by mistake; it counts from then on for nothing.
create table training_session_withdrawal (
    id varchar(36) not null,
    session varchar(36) not null primary key references training_session (id),
    school varchar(36) not null references school (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    withdrawn_by varchar(64) not null,
    withdrawn_at bigint not null
);
