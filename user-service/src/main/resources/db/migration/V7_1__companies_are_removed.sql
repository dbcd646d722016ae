-- A removed company is gone for everybody from this moment on; a job erases what belongs to it
alter table company add column removed_at timestamptz;
create index company_to_erase on company (removed_at) where removed_at is not null;
create index user_account_of_company on user_account (company_id, id);

-- Companies and users that were erased, so that a late event brings nothing of them back; ids alone
create table erased (
    id uuid primary key,
    erased_at timestamptz not null
);
