-- Who is bound to which identity. A removed binding stays as a row, so that its last revision can be announced.
create table binding (
    id uuid primary key,
    company_id uuid not null,
    user_id uuid not null,
    source uuid not null,
    -- compared code point by code point (security.md H4)
    saml_id text collate "C" not null check (saml_id <> ''),
    sign_in_id uuid not null,
    state text not null check (state in ('BOUND', 'REMOVED')),
    revision bigint not null,
    bound_at timestamptz not null
);
create unique index binding_one_user_per_identity on binding (company_id, source, saml_id) where state = 'BOUND';
create unique index binding_one_identity_per_user on binding (user_id, source) where state = 'BOUND';

-- Attempts that changed nothing, one per sign-in, so that ticket and event of one attempt are refused once.
create table refusal (
    sign_in_id uuid primary key,
    company_id uuid not null,
    user_id uuid not null,
    source uuid not null,
    reason text not null,
    refused_at timestamptz not null
);
create index refusal_of_user on refusal (user_id, refused_at desc);
create index refusal_expiry on refusal (refused_at);

-- Copies of foreign state; the highest revision wins.
create table user_copy (
    user_id uuid primary key,
    company_id uuid not null,
    revision bigint not null,
    email text not null,
    first_name text not null,
    last_name text not null,
    role text not null,
    status text not null
);
create index user_copy_of_company on user_copy (company_id, email, user_id);

create table connection_copy (
    company_id uuid primary key,
    revision bigint not null,
    state text not null,
    provider text not null,
    source uuid
);
