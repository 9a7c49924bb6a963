-- How other programs know a person: a pupil number, an identifier of a management information system, an
-- address. Each is found by its print and sealed under its person's key.
create table person_identifier (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    scheme varchar(20) not null,
    print varchar(64) not null,
    key_id varchar(36) not null,
    sealed bytea not null,
    recorded_at bigint not null
);
create index person_identifier_by_person on person_identifier (school, person);
-- Two people may share an address, and never a number.
create unique index person_identifier_once on person_identifier (school, scheme, print) where scheme <> 'email';
create index person_identifier_by_print on person_identifier (school, scheme, print);

-- A class of one school year. Its name is sealed, for with a child's year it could give them away.
create table school_class (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    year_group varchar(20),
    from_on date not null,
    to_on date,
    made_by varchar(64) not null,
    made_at bigint not null
);
create index school_class_by_school on school_class (school, from_on);

create table class_member (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    class_id varchar(36) not null references school_class (id),
    person varchar(36) not null references person (id),
    part varchar(20) not null,
    from_on date not null,
    to_on date
);
create index class_member_by_class on class_member (class_id);
create index class_member_by_person on class_member (school, person);

-- What stands between a child and an adult of theirs, beside that they are family. One that no longer
-- holds is replaced, never changed.
create table guardianship (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    child varchar(36) not null references person (id),
    adult varchar(36) not null references person (id),
    responsible boolean,
    may_contact boolean,
    recorded_by varchar(64) not null,
    recorded_at bigint not null,
    replaced_at bigint
);
create unique index guardianship_once on guardianship (child, adult) where replaced_at is null;
create index guardianship_by_adult on guardianship (school, adult);
