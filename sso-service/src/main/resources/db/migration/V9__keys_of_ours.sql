-- Our own keys of each company: what signs requests, what assertions are encrypted to. The private key is sealed.
create table sp_key (
    id uuid primary key,
    company_id uuid not null,
    key_use text not null check (key_use in ('SIGNING', 'ENCRYPTION')),
    state text not null check (state in ('ACTIVE', 'NEXT', 'PREVIOUS')),
    certificate bytea not null,
    sealed_key text not null,
    made_at timestamptz not null,
    moved_at timestamptz,
    unique (company_id, key_use, state)
);
create index sp_key_previous on sp_key (moved_at) where state = 'PREVIOUS';

alter table connection_version
    add column sign_requests boolean not null default false,
    add column provider_wants_signed_requests boolean not null default false,
    add column encrypt_assertions boolean not null default false;
alter table connection_version
    alter column sign_requests drop default,
    alter column provider_wants_signed_requests drop default,
    alter column encrypt_assertions drop default;
