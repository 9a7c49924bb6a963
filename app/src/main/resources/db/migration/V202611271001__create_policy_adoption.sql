-- How a draft becomes the school's policy: each step is a fact of its own, with the hash of what it was about.

-- Staff and governors were asked for their comments. What they say is sealed under the key named here.
create table policy_consultation (
    draft varchar(36) not null primary key references policy_draft (id),
    school varchar(36) not null references school (id),
    key_id varchar(36) not null,
    opened_by varchar(64) not null,
    opened_at bigint not null
);

-- A comment on the whole (about is empty), or on one part by its key, such as clause:AB-101.
create table policy_comment (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    draft varchar(36) not null references policy_draft (id),
    about varchar(130) not null,
    key_id varchar(36) not null,
    sealed bytea not null,
    made_by varchar(64) not null,
    made_at bigint not null
);
create index policy_comment_by_draft on policy_comment (draft, made_at);

create table policy_comment_answer (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    comment_id varchar(36) not null references policy_comment (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    made_by varchar(64) not null,
    made_at bigint not null
);
create index policy_comment_answer_by_comment on policy_comment_answer (comment_id, made_at);

create table policy_proposal (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    draft varchar(36) not null references policy_draft (id),
    hash varchar(64) not null,
    made_by varchar(64) not null,
    made_at bigint not null,
    unique (draft, hash)
);

-- The governing body's decision, as somebody recorded it. Body and minute are printed with the policy.
create table policy_approval (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    draft varchar(36) not null references policy_draft (id),
    hash varchar(64) not null,
    met_on date not null,
    body varchar(120) not null,
    minute_reference varchar(80) not null,
    made_by varchar(64) not null,
    made_at bigint not null,
    unique (draft, hash)
);

create table policy_signature (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    draft varchar(36) not null references policy_draft (id),
    hash varchar(64) not null,
    role varchar(61) not null,
    made_by varchar(64) not null,
    made_at bigint not null,
    unique (draft, hash)
);

-- A draft was published, or waits for a second person to publish it. The id is the edition's, which
-- has no row of its own before a second person has agreed.
create table policy_publication (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    draft varchar(36) not null references policy_draft (id),
    approval varchar(36) not null references policy_approval (id),
    signature varchar(36) not null references policy_signature (id),
    made_by varchar(64) not null,
    made_at bigint not null
);
create index policy_publication_by_draft on policy_publication (draft);
