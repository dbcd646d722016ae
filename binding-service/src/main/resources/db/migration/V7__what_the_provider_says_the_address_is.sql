-- Kept whatever the account's address is, which may be heard of later, and shown where it differs; never compared to
-- find anybody (security.md H3)
alter table binding add column provider_email text;
