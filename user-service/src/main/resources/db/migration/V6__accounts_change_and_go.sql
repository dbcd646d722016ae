-- Whether the person ever came in: who is reactivated is then active again, else pending
alter table user_account add column came boolean not null default false;
update user_account set came = true where status = 'ACTIVE' or has_password;

-- What belongs to an account goes with it
alter table password drop constraint password_user_id_fkey,
    add constraint password_user_id_fkey foreign key (user_id) references user_account on delete cascade;
alter table password_link drop constraint password_link_user_id_fkey,
    add constraint password_link_user_id_fkey foreign key (user_id) references user_account on delete cascade;
alter table session drop constraint session_user_id_fkey,
    add constraint session_user_id_fkey foreign key (user_id) references user_account on delete cascade;
create index password_link_of_user on password_link (user_id);
