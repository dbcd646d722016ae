-- Shown and recorded, never believed
alter table accepted_answer add column email text;
alter table verification add column email text;
