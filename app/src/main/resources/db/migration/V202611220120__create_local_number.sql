-- A school's own number for help that its policy leaves to it. Each change is a row; the newest counts.
create table local_number (
    id varchar(36) not null primary key,
    school varchar(36) not null references school (id),
    contact varchar(61) not null,
    version integer not null,
    telephone varchar(60) not null,
    set_by varchar(64) not null,
    set_at bigint not null,
    unique (school, contact, version)
);
