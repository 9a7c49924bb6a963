-- The queue says how a concern came and what kind it is, without opening it.
alter table concern add column came_by varchar(20);
alter table concern add column report_kind varchar(60);
update concern set came_by = 'anonymous'
    where exists (select 1 from anonymous_receipt r where r.concern = concern.case_id);
update concern set came_by = 'class_tablet'
    where exists (select 1 from tablet_signal t where t.concern = concern.case_id);
update concern set came_by = 'open_form'
    where came_by is null and reporter = 'open-form';
update concern set report_kind = (select n.kind from notice n where n.concern = concern.case_id);
