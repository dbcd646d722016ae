-- Argon2id in the PHC string form.
create table password (
    user_id uuid primary key references user_account,
    hash text not null,
    changed_at timestamptz not null
);

-- Links by which a password is created; of the token only its SHA-256 is here.
create table password_link (
    id uuid primary key,
    user_id uuid not null references user_account,
    token_hash text collate "C" not null unique,
    cause text not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    replaced_at timestamptz
);
create unique index password_link_one_alive on password_link (user_id) where used_at is null and replaced_at is null;
create index password_link_expiry on password_link (expires_at);

-- Addresses for which a reset was asked, known or not: what happens with them can't be told from the answer.
create table password_reset_request (
    email text collate "C" primary key,
    requested_at timestamptz not null
);
create index password_reset_request_order on password_reset_request (requested_at);
