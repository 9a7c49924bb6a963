-- A published edition keeps the files that it was made from, so that the next can be begun from them.
create table edition_source (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    edition varchar(36) not null references edition (id),
    path varchar(130) not null,
    content text not null,
    unique (edition, path)
);

-- Why the policy is looked at again, at its time or before it. What is said of it is sealed.
create table policy_review (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    occasion varchar(20) not null,
    key_id varchar(36),
    sealed bytea,
    opened_by varchar(64) not null,
    opened_at bigint not null
);
create index policy_review_by_school on policy_review (school, opened_at);

-- That a review ended without a new edition: nothing had to change.
create table policy_review_end (
    review varchar(36) not null primary key references policy_review (id),
    school varchar(36) not null references school (id),
    ended_by varchar(64) not null,
    ended_at bigint not null
);

-- The next edition while it is worked on. A school has one at a time that has not ended.
create table policy_draft (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    pack varchar(61) not null,
    base_edition varchar(36) not null references edition (id),
    review varchar(36) references policy_review (id),
    begun_by varchar(64) not null,
    begun_at bigint not null
);
create index policy_draft_by_school on policy_draft (school, begun_at);

create table policy_draft_end (
    draft varchar(36) not null primary key references policy_draft (id),
    school varchar(36) not null references school (id),
    published boolean not null,
    ended_by varchar(64) not null,
    ended_at bigint not null
);

-- Each time a file of a draft was saved. The newest version counts; one without content was removed.
create table policy_draft_file (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    draft varchar(36) not null references policy_draft (id),
    path varchar(130) not null,
    version integer not null,
    content text,
    saved_by varchar(64) not null,
    saved_at bigint not null,
    unique (draft, path, version)
);
