-- The Enable that the mail's link is for; null if it is for none.
alter table delivery add column switch_over bigint;
create index delivery_of_switch_over on delivery (company_id, switch_over) where state = 'QUEUED';

-- Up to which switch-over a company's links are dead; written by whichever comes first, a mail or the end.
create table dead_switch_over (
    company_id uuid primary key,
    switch_over bigint not null
);

-- The mails of a suspended company rest. What was copied before is taken again when it is announced.
alter table company_copy add column suspended boolean not null default false;
alter table company_copy alter column suspended drop default;
update company_copy set revision = revision - 1;
