-- That a school went over to its next year in one step, and that it was taken back.
create table rollover (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    first_on date not null,
    moved integer not null,
    made_by varchar(64) not null,
    made_at bigint not null
);
create index rollover_by_school on rollover (school, made_at);

create table rollover_undo (
    rollover varchar(36) not null primary key references rollover (id),
    school varchar(36) not null references school (id),
    undone_by varchar(64) not null,
    undone_at bigint not null
);

-- Each row that it ended or began, so that it can be taken back as long as nobody touched them since.
create table rollover_step (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    rollover varchar(36) not null references rollover (id),
    kind varchar(20) not null,
    of_row varchar(36) not null
);
create index rollover_step_by_rollover on rollover_step (rollover);
