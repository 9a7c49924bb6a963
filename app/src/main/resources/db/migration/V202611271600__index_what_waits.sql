-- Every page counts what waits for a handler, in one school among many.
create index incident_by_state on incident (school, state, next_due_at);
create index concern_by_school on concern (school, case_id);
