-- The tenants. Only operators write here.
create table company (
    id uuid primary key,
    name text not null check (name <> ''),
    status text not null check (status in ('ACTIVE', 'SUSPENDED')),
    single_sign_on text not null check (single_sign_on in ('ALLOWED', 'NOT_ALLOWED')),
    first_administrator_id uuid not null,
    revision bigint not null,
    created_at timestamptz not null
);
create index company_by_name on company (name, id);

-- A domain leads to one company, so that an address alone tells where to sign in.
create table company_domain (
    domain text collate "C" primary key,
    company_id uuid not null references company
);
create index company_domain_of_company on company_domain (company_id);

-- A person's account in one company; the same address may have one in several.
create table user_account (
    id uuid primary key,
    company_id uuid not null references company,
    email text collate "C" not null check (email <> ''),
    first_name text not null,
    last_name text not null,
    role text not null check (role in ('ADMIN', 'MEMBER')),
    status text not null check (status in ('PENDING', 'ACTIVE', 'DEACTIVATED')),
    has_password boolean not null,
    revision bigint not null,
    created_at timestamptz not null,
    unique (company_id, email)
);
create index user_account_by_email on user_account (email);
