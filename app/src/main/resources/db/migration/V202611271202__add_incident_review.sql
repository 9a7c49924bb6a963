-- The home page asks which safety plans are to be looked at; a plan may outlive its incident.
alter table incident add column review_on date;
create index incident_by_review on incident (school, review_on) where review_on is not null;
