create table session (
    id uuid primary key,
    user_id uuid not null references user_account,
    company_id uuid not null,
    method text not null check (method in ('PASSWORD', 'SSO')),
    sign_in_id uuid,
    opened_at timestamptz not null,
    expires_at timestamptz not null,
    ended_at timestamptz
);
create index session_of_user on session (user_id, opened_at desc, id desc);
create index session_expiry on session (expires_at);

-- The family of one session: replaced tokens stay, so that a later reuse is recognised.
create table refresh_token (
    token_hash text collate "C" primary key,
    session_id uuid not null references session on delete cascade,
    issued_at timestamptz not null,
    replaced_at timestamptz
);
create index refresh_token_of_session on refresh_token (session_id);
