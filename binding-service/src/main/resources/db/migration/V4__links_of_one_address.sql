-- A link dies when its user's address changes (security.md J5)
alter table binding_link add column email text not null default '';
update binding_link set email = user_copy.email from user_copy where user_copy.user_id = binding_link.user_id;
alter table binding_link alter column email drop default;
