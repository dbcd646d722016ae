-- When what a mail is about happened, for mails that say so.
alter table delivery add column happened_at timestamptz;
