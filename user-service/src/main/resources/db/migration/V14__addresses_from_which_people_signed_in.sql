-- From where an account's owner came before: there they get in although strangers guess elsewhere. Kept 90 days.
create table familiar_address (
    user_id uuid not null references user_account on delete cascade,
    -- SHA-256 of the client address, of IPv6 its /64
    network_hash text collate "C" not null,
    seen_at timestamptz not null,
    primary key (user_id, network_hash)
);
create index familiar_address_by_time on familiar_address (seen_at);
