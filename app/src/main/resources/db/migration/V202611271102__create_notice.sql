-- A concern of a kind that the policy asks for by name, with the clocks that its kind sets. What was
-- decided, and why, is sealed in the ledger under the concern's key.
create table notice (
    concern varchar(36) not null primary key references concern (case_id),
    school varchar(36) not null references school (id),
    kind varchar(60) not null,
    acknowledge_by_at bigint,
    acknowledged_at bigint,
    decide_by_at bigint,
    decided_at bigint
);
create index notice_by_kind on notice (school, kind);
