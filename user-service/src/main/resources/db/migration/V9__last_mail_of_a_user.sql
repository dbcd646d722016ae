-- The newest news about a mail to a user, as notification-service told it
create table last_mail (
    user_id uuid primary key references user_account on delete cascade,
    kind text not null,
    state text not null check (state in ('SENT', 'FAILED')),
    at timestamptz not null
);
