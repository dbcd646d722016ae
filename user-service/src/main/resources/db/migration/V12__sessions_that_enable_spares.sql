-- The session in which single sign-on was turned on goes on although a password opened it, while others rest. Which of
-- those that are open now was spared is not known any more.
alter table session add column spared boolean not null default false;
update session set spared = true where ended_at is null and method = 'PASSWORD';
