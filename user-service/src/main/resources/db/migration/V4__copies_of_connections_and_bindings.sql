-- Copies of foreign state; the highest revision wins.
create table connection_copy (
    company_id uuid primary key,
    revision bigint not null,
    state text not null,
    provider text not null,
    source uuid
);

create table binding_copy (
    binding_id uuid primary key,
    company_id uuid not null,
    user_id uuid not null,
    source uuid not null,
    -- compared code point by code point (security.md H4)
    saml_id text collate "C" not null,
    state text not null,
    revision bigint not null
);
-- Not unique: the event that removes a binding may come after the one that binds another
create index binding_copy_of_identity on binding_copy (company_id, source, saml_id) where state = 'BOUND';
create index binding_copy_of_user on binding_copy (user_id) where state = 'BOUND';
