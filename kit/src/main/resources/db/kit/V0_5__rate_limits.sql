-- Buckets that are not full at this moment. Not logged: nothing waits for a disk, and after a crash all are full again.
create unlogged table rate_limit (
    -- SHA-256 of what is limited: whose, and which calls
    key text collate "C" primary key,
    -- when it is full again, which is its whole state: what was taken fills up at a constant rate
    full_at timestamptz not null
) with (fillfactor = 70);

-- Takes one from each bucket in turn, up to the first that holds none; concurrent callers queue for the row.
-- A bucket holds rooms / steps; a step, in microseconds, fills one in. None is ever emptier than its room, but for clocks
-- that differ a little: one that seems so was filled before the time went back, and starts afresh.
create function rate_limit_take(
    keys text[], steps bigint[], rooms bigint[], moment timestamptz, out refusing int, out wait_micros bigint)
language plpgsql as $$
declare
    step interval;
    room interval;
    latest timestamptz;
    filled timestamptz;
begin
    refusing := 0;
    wait_micros := 0;
    for i in 1 .. cardinality(keys) loop
        step := steps[i] * interval '1 microsecond';
        room := rooms[i] * interval '1 microsecond';
        latest := moment + room + interval '1 minute';
        insert into rate_limit as held (key, full_at) values (keys[i], moment + step)
            on conflict (key) do update
            set full_at = case when held.full_at > latest then moment else greatest(held.full_at, moment) end + step
            where held.full_at > latest or greatest(held.full_at, moment) + step <= moment + room;
        if not found then
            select full_at into filled from rate_limit where key = keys[i];
            refusing := i;
            wait_micros := greatest(
                coalesce((extract(epoch from filled + step - room - moment) * 1000000)::bigint, 0), 0);
            return;
        end if;
    end loop;
end $$;
