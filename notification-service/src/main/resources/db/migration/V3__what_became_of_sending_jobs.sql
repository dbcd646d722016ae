-- When a job issued the mail's link; null for links that somebody had sent, and for mails without one.
alter table delivery add column job_at timestamptz;
create index delivery_of_jobs on delivery (company_id, job_at) where job_at is not null;
create index delivery_failed on delivery (company_id, queued_at desc, id desc) where state = 'FAILED';

-- What a mail says of mails that failed.
alter table delivery add column mails_failed int;
alter table delivery add column mails_in_all int;

-- Jobs that are done, looked at until the links that they issued have ended.
create table sending_job (
    job_id uuid primary key,
    company_id uuid not null,
    started_at timestamptz not null,
    ended_at timestamptz not null,
    -- how many failures administrators were told of
    told int not null,
    -- one with nothing waiting is told of at once, any other from then on
    tell_at timestamptz not null,
    -- null once nothing more can fail
    next_look_at timestamptz
);
create index sending_job_due on sending_job (next_look_at);
create index sending_job_of_company on sending_job (company_id, ended_at);
