-- The client address from which somebody acted.
alter table outbox add column actor_address text;

-- The procedure without it stays: replicas of the version before may still run and call it.
create procedure outbox_append(
    event_id uuid, type text, topic text, key text, company_id uuid, "time" timestamptz,
    actor_type text, actor_id text, actor_address text, data text)
language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('outbox:' || key, 0));
    insert into outbox (event_id, type, topic, key, company_id, time, actor_type, actor_id, actor_address, data)
        values (event_id, type, topic, key, company_id, "time", actor_type, actor_id, actor_address, data);
    perform pg_notify('outbox', '');
end $$;
