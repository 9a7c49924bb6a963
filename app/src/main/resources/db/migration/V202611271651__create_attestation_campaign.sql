-- Asking everybody for one agreement by a day, with reminders until all have signed or somebody ends it.
create table attestation_campaign (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    agreement varchar(60) not null,
    due_on date not null,
    remind_days integer not null,
    started_by varchar(64) not null,
    started_at bigint not null
);
create index attestation_campaign_by_school on attestation_campaign (school, agreement);

create table attestation_campaign_end (
    campaign varchar(36) not null primary key references attestation_campaign (id),
    school varchar(36) not null references school (id),
    ended_by varchar(64) not null,
    ended_at bigint not null
);

-- Whom a campaign reminded, so that nobody is reminded too often.
create table attestation_reminder (
    id varchar(36) not null primary key,
    campaign varchar(36) not null references attestation_campaign (id),
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    reminded_on date not null
);
create index attestation_reminder_by_campaign on attestation_reminder (campaign, person);

-- A personal link with which one person signs without an account. Only the hash of its secret is kept.
create table attestation_link (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    token_hash varchar(64) not null unique,
    made_by varchar(64) not null,
    made_at bigint not null,
    expires_at bigint not null
);
create index attestation_link_by_person on attestation_link (school, person);

create table attestation_link_end (
    link varchar(36) not null primary key references attestation_link (id),
    school varchar(36) not null references school (id),
    how varchar(20) not null,
    ended_by varchar(64) not null,
    ended_at bigint not null
);
