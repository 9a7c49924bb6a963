-- The devices on which a school may check what is suspected, none of which a learner uses. What each is called and where it is kept is sealed.
create table check_device (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    added_by varchar(36) not null references person (id),
    added_at bigint not null,
    ended_at bigint
);
create index check_device_by_school on check_device (school, ended_at);

-- Who holds one, since when; the last row counts.
create table check_device_holder (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    device varchar(36) not null references check_device (id),
    person varchar(36) not null references person (id),
    since_on date not null,
    recorded_at bigint not null
);
create index check_device_holder_by_device on check_device_holder (device, recorded_at);
