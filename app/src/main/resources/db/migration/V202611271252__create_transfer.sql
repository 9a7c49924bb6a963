-- A child's file that follows them to the next school, and one that came with a child.

-- A child leaves, and their file must follow within a time. To whom is sealed under the child's key.
create table transfer (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    left_on date not null,
    due_on date,
    key_id varchar(36) not null,
    sealed bytea not null,
    begun_by varchar(64) not null,
    begun_at bigint not null
);
create index transfer_by_school on transfer (school, begun_at);

-- Each time a bundle was made, with the hash of its list of hashes. Which cases went is in the ledger.
create table transfer_bundle (
    id varchar(36) not null primary key,
    transfer varchar(36) not null references transfer (id),
    school varchar(36) not null references school (id),
    manifest_hash varchar(64) not null,
    made_by varchar(64) not null,
    made_at bigint not null
);
create index transfer_bundle_by_transfer on transfer_bundle (transfer, made_at);

-- That the next school confirmed it has the file: who did, and how, sealed.
create table transfer_receipt (
    id varchar(36) not null primary key,
    transfer varchar(36) not null references transfer (id),
    school varchar(36) not null references school (id),
    confirmed_on date not null,
    key_id varchar(36) not null,
    sealed bytea not null,
    recorded_by varchar(64) not null,
    recorded_at bigint not null,
    unique (transfer)
);

-- A file that came, attached to the concern that tells of it and sealed under that concern's key: it
-- is read through the same door, and disposed of with it.
create table received_file (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    case_id varchar(36) not null references case_file (id),
    person varchar(36) not null references person (id),
    print varchar(64) not null,
    key_id varchar(36) not null,
    sealed bytea not null,
    received_by varchar(64) not null,
    received_at bigint not null,
    unique (case_id)
);
create index received_file_by_person on received_file (school, person);

-- The key pair that other schools seal a file for this one with. The private part is sealed.
create table transfer_key (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    public_key text not null,
    key_id varchar(36) not null,
    sealed bytea not null,
    made_by varchar(64) not null,
    made_at bigint not null
);
create index transfer_key_by_school on transfer_key (school, made_at);
