-- What listeners did; without any constraint, so that a double effect shows.
create table effect (
    event_id uuid not null,
    what text not null
);

-- A copy of foreign state.
create table thing_copy (
    owner uuid not null,
    thing uuid not null,
    revision bigint not null,
    name text,
    colour text,
    seen_at timestamptz,
    primary key (owner, thing)
);

-- State of our own, to announce.
create table thing (
    id uuid primary key,
    owner uuid not null,
    revision bigint not null,
    name text not null
);
