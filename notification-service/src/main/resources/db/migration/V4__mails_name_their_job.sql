-- The job that issued the mail's link; null for links issued to one person alone, and for mails without one.
alter table delivery add column job_id uuid;
update delivery set job_id = (
    select job_id from sending_job
    where sending_job.company_id = delivery.company_id
        and job_at between started_at - interval '1 second' and ended_at + interval '1 second'
    order by ended_at limit 1)
where job_at is not null;
alter table delivery drop column job_at;
create index delivery_of_job on delivery (job_id, state) where job_id is not null;

-- A job is watched from when it stands still, done or paused.
alter table sending_job rename column ended_at to stopped_at;
-- whether administrators were told nothing since then
alter table sending_job add column fresh boolean not null default true;
update sending_job set fresh = told = 0;
alter table sending_job alter column fresh drop default;

-- When a company's single sign-on went off last: nothing is said of jobs begun before.
create table switch_off (
    company_id uuid primary key,
    off_at timestamptz not null
);
