-- Eight single-use codes of a company; replacing them overwrites the eight rows.
create table recovery_code (
    company_id uuid not null,
    position int not null check (position between 1 and 8),
    code_hash text not null,
    used_at timestamptz,
    primary key (company_id, position)
);

-- Tries that failed within the last quarter of an hour; who is a hash of address and account.
create table recovery_try (
    company_id uuid not null,
    who_hash text not null,
    at timestamptz not null
);
create index recovery_try_of_company on recovery_try (company_id, at);

-- Who is an administrator, and under which address; the highest revision wins.
create table user_copy (
    user_id uuid primary key,
    revision bigint not null,
    company_id uuid not null,
    email text not null,
    role text not null,
    status text not null
);
create index user_copy_by_email on user_copy (company_id, lower(email));
