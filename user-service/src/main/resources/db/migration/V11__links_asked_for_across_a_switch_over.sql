-- Whoever asked at a page of binding-service before the switch-over was heard of here; kept for an hour
create table waiting_request (
    user_id uuid primary key references user_account on delete cascade,
    switch_over bigint not null,
    asked_at timestamptz not null
);
create index waiting_request_age on waiting_request (asked_at);

-- When somebody's wish for a link that binding-service owes was last passed on; kept for an hour
create table passed_on (
    user_id uuid primary key references user_account on delete cascade,
    passed_at timestamptz not null
);
create index passed_on_age on passed_on (passed_at);
