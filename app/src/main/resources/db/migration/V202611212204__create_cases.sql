-- A case is a concern or an incident: one reference, one key, one edition, one set of readers.
-- Its content is in the ledger; these rows are what lists sort by and what the door decides by.
create table case_file (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    kind varchar(10) not null check (kind in ('concern', 'incident')),
    reference varchar(20) not null,
    key_id varchar(36) not null,
    edition varchar(36) not null references edition (id),
    opened_at bigint not null,
    unique (school, reference)
);
create index case_file_by_kind on case_file (school, kind, opened_at);

-- Which posts a case goes to, in order. Tier 0 is an opening by name of post that always counts;
-- of the tiers from 1 up, only the first with an eligible holder reads.
create table case_route (
    school varchar(36) not null references school (id),
    case_id varchar(36) not null references case_file (id),
    tier integer not null,
    role varchar(60) not null,
    why varchar(60) not null,
    primary key (case_id, tier, role)
);

-- Everybody linked to a case, each with their own part in it.
create table case_person (
    school varchar(36) not null references school (id),
    case_id varchar(36) not null references case_file (id),
    person varchar(36) not null references person (id),
    part varchar(20) not null,
    primary key (case_id, person)
);
create index case_person_by_person on case_person (school, person);

-- Who must never see that the case exists: those it is about, and their family.
create table case_bar (
    school varchar(36) not null references school (id),
    case_id varchar(36) not null references case_file (id),
    person varchar(36) not null references person (id),
    why varchar(20) not null,
    primary key (case_id, person)
);

-- A draft's id is the writer's own: nobody can take or spoil one by knowing another's.
create table concern_draft (
    id varchar(36) not null,
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    saved_at bigint not null,
    primary key (person, id)
);
create index concern_draft_by_person on concern_draft (school, person);

-- Where it went when it came is kept as the reporter was told it, whatever triage does later.
create table concern (
    case_id varchar(36) not null primary key references case_file (id),
    school varchar(36) not null references school (id),
    draft varchar(36) not null,
    reporter varchar(36) not null,
    received_at bigint not null,
    at_risk_now boolean not null,
    leader boolean not null,
    sent_to varchar(600) not null,
    outside boolean not null,
    unique (reporter, draft)
);
create index concern_by_reporter on concern (school, reporter);

create table incident (
    case_id varchar(36) not null primary key references case_file (id),
    school varchar(36) not null references school (id),
    version integer not null,
    state varchar(10) not null check (state in ('open', 'closed')),
    track varchar(20) not null,
    category varchar(120),
    main_c varchar(20),
    outcome varchar(60),
    leader boolean not null,
    next_due_at bigint,
    first_action_at bigint,
    closed_at bigint
);

-- Which incident a concern became part of.
create table concern_incident (
    concern varchar(36) not null primary key references concern (case_id),
    incident varchar(36) not null references case_file (id),
    school varchar(36) not null references school (id),
    joined_at bigint not null
);
create index concern_incident_by_incident on concern_incident (incident);
