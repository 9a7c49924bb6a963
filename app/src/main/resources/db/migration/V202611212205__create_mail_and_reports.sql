-- Mail says only that something needs the person; the address is looked up when it is sent.
create table outbox (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    kind varchar(30) not null,
    link varchar(300) not null,
    queued_at bigint not null,
    next_try_at bigint not null,
    tries integer not null,
    sent_at bigint,
    dropped_at bigint
);
create index outbox_waiting on outbox (next_try_at) where sent_at is null and dropped_at is null;

-- A report to governors as it was issued, for ever the same. One that is issued again is a new row.
create table issued_report (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    period varchar(40) not null,
    edition varchar(36) not null references edition (id),
    replaces varchar(36) references issued_report (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    ledger_hash varchar(64) not null,
    issued_by varchar(36) not null,
    issued_at bigint not null
);
create index issued_report_by_school on issued_report (school, issued_at);
create unique index issued_report_replaced_once on issued_report (replaces);
