-- When a trial without a session through single sign-on rolls back by itself; null for never.
alter table connection add column trial_ends_at timestamptz;
create index connection_trial_end on connection (trial_ends_at) where state = 'ON_TRIAL';
