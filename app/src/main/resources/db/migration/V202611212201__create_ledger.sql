-- Every change, and every confidential read, is an entry in its school's chain.
create table ledger_head (
    school varchar(36) not null primary key references school (id),
    seq bigint not null,
    hash varchar(64) not null
);

create table ledger_entry (
    school varchar(36) not null references school (id),
    seq bigint not null,
    id varchar(36) not null,
    entered_at bigint not null,
    actor varchar(64) not null,
    action varchar(64) not null,
    key_id varchar(36),
    sealed bytea,
    previous varchar(64) not null,
    hash varchar(64) not null,
    primary key (school, seq),
    unique (id)
);

create table ledger_subject (
    school varchar(36) not null,
    subject varchar(36) not null,
    seq bigint not null,
    primary key (school, subject, seq),
    foreign key (school, seq) references ledger_entry (school, seq)
);
create index ledger_subject_by_entry on ledger_subject (school, seq);

${append_only}
