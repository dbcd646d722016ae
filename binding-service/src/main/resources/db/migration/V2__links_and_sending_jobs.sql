-- A sign-in binds once, however late its event comes
create unique index binding_of_sign_in on binding (sign_in_id);

alter table connection_copy add column switch_over int not null default 0;
alter table connection_copy add column ready_source uuid;

create table company_copy (
    company_id uuid primary key,
    revision bigint not null,
    name text not null,
    status text not null
);

-- Links by which accounts are bound; of the token only its SHA-256 is here.
create table binding_link (
    id uuid primary key,
    company_id uuid not null,
    user_id uuid not null,
    token_hash text collate "C" not null unique,
    kind text not null check (kind in ('BINDING', 'INVITATION')),
    cause text not null,
    -- whose identities it binds, and at which Enable
    source uuid not null,
    switch_over int not null,
    -- of these a user is owed one for each switch-over
    automatic boolean not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    ended_at timestamptz,
    end_reason text
);
create unique index binding_link_one_alive on binding_link (user_id) where used_at is null and ended_at is null;
create index binding_link_of_user on binding_link (user_id, issued_at desc);

-- Work over all users of a company, done in batches by any replica.
create table job (
    id uuid primary key,
    company_id uuid not null,
    kind text not null check (kind in ('RECONCILE', 'SEND', 'RESEND')),
    state text not null check (state in ('RUNNING', 'PAUSED', 'DONE')),
    total int not null,
    done int not null,
    last_user uuid not null,
    created_at timestamptz not null
);
create index job_of_company on job (company_id, created_at desc);
create index job_running on job (created_at) where state = 'RUNNING';
