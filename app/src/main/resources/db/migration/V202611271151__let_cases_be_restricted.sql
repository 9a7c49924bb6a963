-- A case can be narrowed to some of those it is sent to: then only people with a row here read it.
create table case_named (
    school varchar(36) not null references school (id),
    case_id varchar(36) not null references case_file (id),
    person varchar(36) not null references person (id),
    primary key (case_id, person)
);

-- Who opened a case in an emergency, past its routing, through which post, and until which day.
create table case_glass (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    case_id varchar(36) not null references case_file (id),
    person varchar(36) not null references person (id),
    role varchar(60) not null,
    broken_at bigint not null,
    until_on date not null
);
create index case_glass_by_case on case_glass (case_id, person);

-- To whom an incident was handed over last, and whether they have taken it on.
create table case_handover (
    case_id varchar(36) not null primary key references case_file (id),
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    handed_at bigint not null,
    taken_at bigint
);
