-- Events written in the writer's transaction. One relay per database publishes them in the order of their ids.
create table outbox (
    id bigint generated always as identity primary key,
    event_id uuid not null unique,
    type text not null,
    topic text not null,
    key text not null,
    company_id uuid not null,
    time timestamptz not null,
    actor_type text not null,
    actor_id text,
    data text not null,
    written_at timestamptz not null default clock_timestamp(),
    sent_at timestamptz,
    refused text
);
create index outbox_waiting on outbox (id) where sent_at is null and refused is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- The lock makes ids of one key grow in the order of the commits: whoever comes second gets its id after the first's
-- commit. Without it a transaction that took the lower id and commits later would be published after its successor.
create procedure outbox_append(
    event_id uuid, type text, topic text, key text, company_id uuid, "time" timestamptz,
    actor_type text, actor_id text, data text)
language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('outbox:' || key, 0));
    insert into outbox (event_id, type, topic, key, company_id, time, actor_type, actor_id, data)
        values (event_id, type, topic, key, company_id, "time", actor_type, actor_id, data);
    perform pg_notify('outbox', '');
end $$;

-- Which listener took which event.
create table inbox (
    event_id uuid not null,
    listener text not null,
    received_at timestamptz not null default clock_timestamp(),
    primary key (event_id, listener)
);
create index inbox_received on inbox (received_at);

-- Tickets that were presented once.
create table spent_ticket (
    id text primary key,
    expires_at timestamptz not null
);
create index spent_ticket_expiry on spent_ticket (expires_at);
