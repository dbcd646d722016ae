-- Which held change administrators were told of: another one is told of when its day has come.
alter table metadata_refresh
    add column held_told_id uuid,
    -- Until when the last good metadata said that they are valid
    add column valid_until timestamptz,
    -- Since when every try failed, and when administrators were told of it
    add column failing_since timestamptz,
    add column failing_told_at timestamptz;

update metadata_refresh set held_told_id = held_id where held_told_at >= held_at;
update metadata_refresh set failing_since = tried_at where failures > 0;
