-- Whoever leads safeguarding goes on reading a restricted case: through these posts, whoever holds them that day.
create table case_named_post (
    school varchar(36) not null references school (id),
    case_id varchar(36) not null references case_file (id),
    role varchar(60) not null,
    primary key (case_id, role)
);
