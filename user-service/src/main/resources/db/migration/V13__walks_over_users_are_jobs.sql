-- Walks over a company's users: any replica works them in batches, administrators see, pause and resume them.
create table job (
    id uuid primary key,
    company_id uuid not null,
    state text not null check (state in ('RUNNING', 'PAUSED', 'DONE')),
    total int not null,
    done int not null,
    -- The last user gone over; the walk goes by id
    last_user uuid not null,
    created_at timestamptz not null
);
create index job_running on job (created_at) where state = 'RUNNING';
create index job_of_company on job (company_id, created_at desc);

insert into job (id, company_id, state, total, done, last_user, created_at)
select gen_random_uuid(), s.company_id, 'RUNNING',
    (select count(*) from user_account u where u.company_id = s.company_id), 0, s.done_up_to, s.noted_at
from switch_over s where s.done_up_to is not null;

alter table switch_over drop column done_up_to;
alter table switch_over drop column noted_at;
