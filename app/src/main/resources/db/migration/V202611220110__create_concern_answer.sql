-- A concern that a handler answered without an incident, so that it leaves the queue. What was
-- decided, and why, is sealed in the ledger; this row is what lists need and can be rebuilt from it.
create table concern_answer (
    concern varchar(36) not null primary key references concern (case_id),
    school varchar(36) not null references school (id),
    answered_at bigint not null
);
