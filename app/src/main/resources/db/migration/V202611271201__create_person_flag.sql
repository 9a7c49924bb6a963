-- What stands about a child. Which kind it is, and what it says, is sealed under the child's key. A
-- guardian who must not be told stands in the clear by id: the door closes the child's flags to them.
create table person_flag (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    guardian varchar(36) references person (id),
    since_on date not null,
    set_by varchar(64) not null,
    set_at bigint not null,
    key_id varchar(36) not null,
    sealed bytea not null
);
create index person_flag_by_person on person_flag (school, person);

-- That a flag no longer stands. It is never taken away.
create table person_flag_end (
    flag varchar(36) not null primary key references person_flag (id),
    school varchar(36) not null references school (id),
    ended_by varchar(64) not null,
    ended_at bigint not null
);
