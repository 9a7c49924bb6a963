-- The receipt of an anonymous report: what the reporter holds is a code, of which only a keyed
-- print is kept. Its id stands for the reporter in the ledger, and for nothing else. What the two
-- sides write is sealed in the ledger; here is only since when the reporter waits for an answer.
create table anonymous_receipt (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    print varchar(64) not null,
    concern varchar(36) not null unique references concern (case_id),
    waiting_at bigint,
    unique (school, print)
);
