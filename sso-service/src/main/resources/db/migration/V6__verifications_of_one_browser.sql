-- The first browser that opens a verification is the only one that can go on with it
alter table verification add column browser_hash text;
