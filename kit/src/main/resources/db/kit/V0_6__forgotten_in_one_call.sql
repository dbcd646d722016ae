-- Whether one of the two was removed; if not, neither is until the transaction ends. One round trip for every writer.
-- Volatile, so that what is read after a wait for a lock is read as it is then, not as it was when the call began.
create function forgotten_includes(one uuid, other uuid) returns boolean language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock_shared(hashtextextended('forgotten:' || one, 0));
    if other <> one then
        perform pg_advisory_xact_lock_shared(hashtextextended('forgotten:' || other, 0));
    end if;
    return exists (select 1 from forgotten where id in (one, other));
end $$;
