-- How many addresses a company's administrators had fetched by saving, since when; for all replicas together.
create table metadata_fetch (
    company_id uuid primary key,
    since timestamptz not null,
    fetches int not null
);
