-- The law counts from when somebody at school first knew, which may be before anybody reported it.
alter table notice add column known_at bigint;
