-- Every Enable, Disable, undo and roll-back is a switch-over; the settled one is the Enable that a first session proved.
alter table connection
    add column switch_over bigint not null default 0,
    add column settled_switch_over bigint not null default 0,
    add column switched_at timestamptz,
    add column ready_version int,
    add column ready_source uuid;

-- A sign-in that was started from a binding link says for whom.
alter table pending_sign_in
    drop constraint pending_sign_in_purpose_check,
    add constraint pending_sign_in_purpose_check check (purpose in ('SIGN_IN', 'VERIFY', 'BIND')),
    add column bind_user_id uuid,
    add column bind_link_id uuid,
    add column bind_source uuid,
    add constraint pending_sign_in_says_for_whom check (
        (purpose = 'BIND') = (bind_user_id is not null and bind_link_id is not null and bind_source is not null));
