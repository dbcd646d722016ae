-- Mails of every kind: what a mail says, where its button leads, and by which link it may be cancelled.
alter table delivery rename column cause to occasion;
alter table delivery rename column sealed_link to link;
alter table delivery rename column link_ends_at to ends_at;
alter table delivery add column link_sealed_by text;
alter table delivery add column link_id uuid;
alter table delivery add column who text;
alter table delivery add column codes_left int;
update delivery set
    link_sealed_by = 'user-service',
    occasion = case occasion
        when 'RESET' then 'PASSWORD_RESET'
        when 'SINGLE_SIGN_ON_DISABLED' then 'PASSWORD_AFTER_DISABLE'
        else occasion end;

alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check (state in ('QUEUED', 'SENT', 'FAILED', 'CANCELLED'));

-- One event may be mailed to several people.
alter table delivery drop constraint delivery_cause_event_id_key;
alter table delivery add constraint delivery_once_per_event unique (cause_event_id, user_id);
create index delivery_of_link on delivery (link_id) where state = 'QUEUED';

-- The fate of a link, written by whichever comes first, its mail or its cancellation.
create table link_fate (
    link_id uuid primary key,
    cancelled boolean not null,
    heard_at timestamptz not null
);

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
create index user_copy_administrators on user_copy (company_id) where role = 'ADMIN';

create table company_copy (
    company_id uuid primary key,
    revision bigint not null,
    name text not null
);

-- Until when the mails of a company, or of all (nil), are paid for.
create table mail_allowance (
    company_id uuid primary key,
    paid_until timestamptz not null
);
