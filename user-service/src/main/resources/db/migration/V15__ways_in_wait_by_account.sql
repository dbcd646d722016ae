-- Accounts that are to be mailed their way in. An address that was given becomes its accounts at once, known or not; what
-- may have to wait for its company, such as for a walk over its users, waits here, where no caller ever comes by.
-- Without a foreign key, whose check would itself wait for whoever holds the user.
create table way_in_request (
    user_id uuid not null,
    wants_link boolean not null,
    requested_at timestamptz not null,
    primary key (user_id, wants_link)
);
create index way_in_request_order on way_in_request (requested_at);
