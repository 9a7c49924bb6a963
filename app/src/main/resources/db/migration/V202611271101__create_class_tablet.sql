-- A tablet in a classroom that can do one thing: say that a child wants a grown-up. Its class and
-- the grown-ups that it shows are sealed. Its code works once and for a short while; afterwards the
-- tablet holds a sealed token of its own.
create table class_tablet (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    code_print varchar(64),
    code_until_at bigint,
    set_up_by varchar(36) not null references person (id),
    set_up_at bigint not null,
    bound_at bigint,
    ended_at bigint
);
create index class_tablet_by_code on class_tablet (school, code_print);

-- A concern that came from a tablet. The print tells the same picture pressed again from another.
create table tablet_signal (
    concern varchar(36) not null primary key references concern (case_id),
    school varchar(36) not null references school (id),
    tablet varchar(36) not null references class_tablet (id),
    print varchar(64) not null,
    last_at bigint not null,
    taken_back_at bigint
);
create index tablet_signal_by_tablet on tablet_signal (tablet, last_at);

-- A grown-up whose picture a child pressed. They learn of the class and the time, and not of the case.
create table tablet_call (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    concern varchar(36) not null references concern (case_id),
    tablet varchar(36) not null references class_tablet (id),
    person varchar(36) not null references person (id),
    called_at bigint not null,
    gone_at bigint,
    unique (concern, person)
);
create index tablet_call_by_person on tablet_call (school, person, gone_at);
