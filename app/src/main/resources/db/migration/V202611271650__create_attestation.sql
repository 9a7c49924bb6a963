-- That somebody signed, agreed to or acknowledged a text: which words, for whom, when and how. What was typed is sealed.
create table attestation (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    agreement varchar(60) not null,
    form varchar(20) not null,
    way varchar(20) not null,
    edition varchar(36) not null references edition (id),
    text_hash varchar(64) not null,
    subject varchar(36) references person (id),
    signer varchar(36) references person (id),
    signed_on date not null,
    key_id varchar(36) not null,
    sealed bytea not null,
    recorded_by varchar(64) not null,
    recorded_at bigint not null
);
create index attestation_by_agreement on attestation (school, agreement, form, recorded_at);
create index attestation_by_subject on attestation (school, subject);

-- That an attestation was recorded by mistake; it counts from then on for nothing.
create table attestation_withdrawal (
    id varchar(36) not null,
    attestation varchar(36) not null primary key references attestation (id),
    school varchar(36) not null references school (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    withdrawn_by varchar(64) not null,
    withdrawn_at bigint not null
);
