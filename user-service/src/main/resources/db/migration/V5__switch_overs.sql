-- What single sign-on was last heard to be, per company. Not a copy: copies may be lost and announced again, but a
-- password that became void never comes alive again.
create table switch_over (
    company_id uuid primary key,
    revision bigint not null,
    state text not null check (state in ('OFF', 'ON_TRIAL', 'ON')),
    number bigint not null,
    -- The Enable whose trial was ended last; passwords and links of an older one are void
    settled bigint not null,
    -- The last user whom the job has gone through since the last change; null when it is through
    done_up_to uuid,
    noted_at timestamptz not null
);
create index switch_over_waiting on switch_over (noted_at) where done_up_to is not null;

alter table password add column settled bigint not null default 0;

alter table password_link add column settled bigint not null default 0;
-- When its mail was called back, if it was
alter table password_link add column cancelled_at timestamptz;

-- Who invited, if someone did; and the settled switch-over for which a link went out last, so that it goes out once
alter table user_account add column invited_by uuid;
alter table user_account add column linked_settled bigint;
update user_account set linked_settled = 0;

-- Whoever only tried a password is told the way in, and gets no link
alter table password_reset_request add column wants_link boolean not null default true;

-- When someone was last mailed the way in
create table way_in_mail (
    user_id uuid primary key references user_account on delete cascade,
    asked_at timestamptz not null
);

create index session_of_company on session (company_id) where ended_at is null;
