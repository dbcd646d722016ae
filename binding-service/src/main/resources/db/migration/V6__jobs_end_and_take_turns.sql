-- When a job ended, when its last batch was done, and who had it started
alter table job add column ended_at timestamptz;
alter table job add column worked_at timestamptz;
alter table job add column actor_type text not null default 'system';
alter table job add column actor_id text;
update job set ended_at = created_at where state = 'DONE';
