create index binding_link_end on binding_link (coalesce(used_at, ended_at))
    where used_at is not null or ended_at is not null;
create index job_end on job (ended_at) where state = 'DONE';
