-- Whoever asked at a page of user-service before the switch-over was heard of here; kept for an hour
create table waiting_request (
    user_id uuid primary key,
    company_id uuid not null,
    switch_over bigint not null,
    asked_at timestamptz not null
);
create index waiting_request_of_company on waiting_request (company_id);
create index waiting_request_age on waiting_request (asked_at);

-- When somebody's wish for a link that user-service owes was last passed on; kept for an hour
create table passed_on (
    user_id uuid primary key,
    company_id uuid not null,
    passed_at timestamptz not null
);
create index passed_on_of_company on passed_on (company_id);
create index passed_on_age on passed_on (passed_at);
