-- One mail and its fate.
create table delivery (
    id uuid primary key,
    cause_event_id uuid not null unique,
    company_id uuid not null,
    company_name text not null,
    user_id uuid not null,
    kind text not null,
    cause text not null,
    recipient text not null,
    first_name text not null,
    -- opened only to be mailed; gone once the mail is sent or given up
    sealed_link text,
    link_ends_at timestamptz not null,
    state text not null check (state in ('QUEUED', 'SENT', 'FAILED')),
    tries int not null,
    last_answer text,
    queued_at timestamptz not null,
    -- when a sender may take it up; while one holds it, the end of that sender's lease
    next_try_at timestamptz not null,
    settled_at timestamptz,
    constraint no_link_once_settled check (state = 'QUEUED' or sealed_link is null)
);
create index delivery_due on delivery (next_try_at) where state = 'QUEUED';
create index delivery_of_company on delivery (company_id, queued_at desc, id desc);
create index delivery_expiry on delivery (settled_at) where state <> 'QUEUED';
