-- Keys come and go with the provider's metadata; a row that has ended counts no longer.
alter table trusted_key add column ended_at timestamptz;

-- How the metadata of a version with an address stays fresh, and what in it waits for an administrator.
create table metadata_refresh (
    company_id uuid not null,
    version int not null,
    -- Null while the version is neither the draft nor the current one
    next_refresh_at timestamptz,
    -- When the newest fetch that counts began
    tried_at timestamptz,
    refreshed_at timestamptz,
    failures int not null default 0,
    problem text,
    advice text,
    held_id uuid,
    held_at timestamptz,
    held_told_at timestamptz,
    held_changes text,
    held_entity_id text,
    held_sso_url text,
    -- One after the other, as they stand in the metadata
    held_certificates bytea,
    primary key (company_id, version)
);
create index metadata_refresh_due on metadata_refresh (next_refresh_at);
create unique index metadata_refresh_held on metadata_refresh (held_id);

insert into metadata_refresh (company_id, version, next_refresh_at, tried_at, refreshed_at)
select company_id, version, saved_at, saved_at, saved_at from connection_version where metadata_url is not null;

-- When a refresh was last asked for: by an answer under an unknown key, and by an administrator.
alter table connection
    add column unknown_key_at timestamptz,
    add column refresh_asked_at timestamptz;

alter table connection_version
    add column expired_certificates text not null default 'ACCEPT'
        check (expired_certificates in ('ACCEPT', 'REFUSE'));

-- Of how many days before a certificate's end administrators were told last.
create table certificate_warning (
    company_id uuid not null,
    fingerprint text not null,
    days int not null,
    told_at timestamptz not null,
    primary key (company_id, fingerprint)
);
