-- What somebody often looks for among cases. Its name and its words are sealed under their own key.
create table saved_filter (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    person varchar(36) not null references person (id),
    key_id varchar(36) not null,
    sealed bytea not null,
    saved_at bigint not null
);
create index saved_filter_by_person on saved_filter (school, person, saved_at);
