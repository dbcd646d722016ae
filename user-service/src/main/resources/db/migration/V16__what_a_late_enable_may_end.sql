-- For which Enable a session was spared, by its time: an older one that is heard of later does not end it.
alter table session add column spared_at timestamptz;
update session set spared_at = opened_at where spared;
alter table session drop column spared;

-- When the present switch-over took place; null where it was heard of before this was kept
alter table switch_over add column turned_at timestamptz;
