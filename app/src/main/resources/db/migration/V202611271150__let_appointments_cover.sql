-- Somebody may hold a post for a time in place of its absent holder: an appointment that names the one it covers.
alter table appointment add column covers varchar(36) references appointment (id);
