-- A company's single sign-on. Versions are append-only; at most one is current and at most one is the draft.
create table connection (
    company_id uuid primary key,
    revision bigint not null,
    state text not null check (state in ('OFF', 'ON_TRIAL', 'ON')),
    current_version int,
    draft_version int,
    last_version int not null default 0
);

create table connection_version (
    company_id uuid not null,
    version int not null,
    provider text not null,
    metadata_url text,
    metadata_xml text not null,
    idp_entity_id text not null,
    sso_redirect_url text,
    sso_post_url text,
    first_name_attribute text not null,
    last_name_attribute text not null,
    saml_id_attribute text not null,
    clock_skew_seconds int not null check (clock_skew_seconds between 0 and 600),
    idp_initiated text not null check (idp_initiated in ('RESTART', 'ACCEPT', 'REFUSE')),
    required_signature text not null,
    own_entity_id text,
    source uuid not null,
    saved_by uuid not null,
    saved_at timestamptz not null,
    primary key (company_id, version)
);

-- Keys live beside the versions with a history of their own.
create table trusted_key (
    company_id uuid not null,
    version int not null,
    position int not null,
    certificate bytea not null,
    not_after timestamptz not null,
    added_at timestamptz not null,
    primary key (company_id, version, position)
);

-- One browser round trip, from /login to /finish.
create table pending_sign_in (
    request_id text primary key,
    company_id uuid not null,
    version int not null,
    purpose text not null check (purpose in ('SIGN_IN', 'VERIFY')),
    verification_id uuid,
    return_to text,
    browser_hash text not null,
    is_restart boolean not null,
    started_at timestamptz not null,
    expires_at timestamptz not null,
    spent_at timestamptz
);
create index pending_sign_in_expiry on pending_sign_in (expires_at);
create index pending_sign_in_restarts on pending_sign_in (browser_hash, started_at) where is_restart;

-- An accepted answer, waiting for its browser.
create table accepted_answer (
    handle_hash text primary key,
    request_id text,
    company_id uuid not null,
    version int not null,
    saml_id text not null,
    first_name text not null,
    last_name text not null,
    clock_difference_millis bigint not null,
    warnings text not null,
    expires_at timestamptz not null,
    taken_at timestamptz
);
create index accepted_answer_expiry on accepted_answer (expires_at);

-- Assertion ids that were used, kept until their assertions end.
create table used_assertion (
    company_id uuid not null,
    assertion_id text not null,
    usable_until timestamptz not null,
    primary key (company_id, assertion_id)
);
create index used_assertion_end on used_assertion (usable_until);

-- What was expected and what was received, for the administrator; kept 90 days.
create table sign_in_record (
    id uuid primary key,
    company_id uuid not null,
    word_code text not null,
    at timestamptz not null,
    purpose text,
    version int,
    result text not null,
    reason text,
    expected text,
    received text,
    clock_difference_millis bigint
);
create index sign_in_record_of_company on sign_in_record (company_id, at desc, id);
create index sign_in_record_by_word_code on sign_in_record (company_id, word_code);
create index sign_in_record_age on sign_in_record (at);

create table verification (
    id uuid primary key,
    company_id uuid not null,
    version int not null,
    started_by uuid not null,
    started_at timestamptz not null,
    status text not null check (status in ('PENDING', 'PASSED', 'FAILED')),
    finished_at timestamptz,
    sign_in_id uuid,
    saml_id text,
    first_name text,
    last_name text,
    warnings text,
    reason text,
    expected text,
    received text
);
create index verification_of_version on verification (company_id, version, finished_at);

-- Copies of foreign state; the highest revision wins.
create table company_copy (
    company_id uuid primary key,
    revision bigint not null,
    name text not null,
    status text not null,
    single_sign_on text not null
);

create table binding_copy (
    binding_id uuid primary key,
    revision bigint not null,
    company_id uuid not null,
    user_id uuid not null,
    source uuid not null,
    saml_id text not null,
    state text not null
);
create index binding_copy_of_user on binding_copy (user_id, source);
