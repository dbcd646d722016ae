alter table job add column ended_at timestamptz;
-- When those of before ended is not known: they are kept a little longer
update job set ended_at = now() where state = 'DONE';
create index job_ended on job (ended_at) where state = 'DONE';
