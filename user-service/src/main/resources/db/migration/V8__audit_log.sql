-- Who did what, when and from where. People stand here by their ids alone: an erased one leads to no name.
create table audit_entry (
    id uuid primary key,
    company_id uuid not null,
    at timestamptz not null,
    actor_type text not null check (actor_type in ('USER', 'OPERATOR', 'SYSTEM')),
    actor_user_id uuid,
    act text not null,
    about text,
    address text
);
create index audit_entry_of_company on audit_entry (company_id, at desc, id desc);
create index audit_entry_age on audit_entry (at);
