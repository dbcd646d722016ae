-- Access tokens that ended before their time; a row matters for as long as such a token lives, minutes.
create table ended_tokens (
    company_id uuid not null,
    -- null: of everybody
    user_id uuid,
    -- null: of all sessions
    session_id uuid,
    before timestamptz not null,
    spared_session_id uuid
);
create index ended_tokens_by_time on ended_tokens (before);
