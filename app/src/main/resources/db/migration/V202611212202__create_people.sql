-- Who belongs to a school, who may sign in, and who holds which post. Names and addresses are sealed.
create table person (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    created_at bigint not null
);
create index person_by_school on person (school);

create table membership (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    group_key varchar(40) not null,
    year_group varchar(20),
    from_on date not null,
    to_on date
);
create index membership_by_person on membership (school, person);

create table kinship (
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    relative varchar(36) not null references person (id),
    kind varchar(20) not null,
    recorded_at bigint not null,
    primary key (person, relative)
);
create index kinship_by_relative on kinship (relative);

create table account (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    address_print varchar(64) not null,
    sealed bytea not null,
    totp_step bigint not null,
    changed_at bigint not null,
    signed_in_at bigint,
    closed_at bigint,
    unique (school, person),
    unique (school, address_print)
);

-- An invitation or a password reset: a secret link that works once. Only the link's hash is kept.
create table account_link (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    purpose varchar(20) not null,
    token_hash varchar(64) not null unique,
    sealed bytea not null,
    made_by varchar(36) not null,
    made_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    cancelled_at bigint
);
create index account_link_by_person on account_link (school, person);

create table appointment (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    role varchar(60) not null,
    from_on date not null,
    to_on date,
    made_by varchar(36) not null,
    made_at bigint not null
);
create index appointment_by_role on appointment (school, role);
create index appointment_by_person on appointment (school, person);

-- That an appointment was ended, by whom and when; its last day is the appointment's own.
create table appointment_end (
    id varchar(36) not null primary key,
    appointment varchar(36) not null references appointment (id),
    school varchar(36) not null references school (id),
    last_on date not null,
    ended_by varchar(36) not null,
    ended_at bigint not null
);

-- Since when a second person is needed in a school: its first approver has signed in.
create table access_guard (
    school varchar(36) not null primary key references school (id),
    approver varchar(36) not null references person (id),
    since_at bigint not null
);

-- Whatever would let somebody become a reader is asked by one person and decided by another.
create table access_request (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    kind varchar(30) not null,
    key_id varchar(36) not null,
    sealed bytea not null,
    asked_by varchar(36) not null,
    asked_at bigint not null
);
create table access_decision (
    request varchar(36) not null primary key references access_request (id),
    school varchar(36) not null references school (id),
    granted boolean not null,
    decided_by varchar(36) not null,
    decided_at bigint not null,
    check (decided_by <> '')
);

-- Guesses at a password or a code, counted per account and per address; prints, never the values.
create table sign_in_failure (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    print varchar(64) not null,
    failed_at bigint not null
);
create index sign_in_failure_by_print on sign_in_failure (school, print, failed_at);
