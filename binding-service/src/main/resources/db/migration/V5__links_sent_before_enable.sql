-- Whether it was sent while single sign-on was off: expired by then, it is no answer to what Enable owes
alter table binding_link add column before_enable boolean not null default false;
update binding_link set before_enable = true
    where cause = 'SENT_BEFORE_ENABLE'
        or exists (select from connection_copy c
            where c.company_id = binding_link.company_id and c.state = 'OFF' and binding_link.switch_over > c.switch_over);
