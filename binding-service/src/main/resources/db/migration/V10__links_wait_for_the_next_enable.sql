-- Those of a company that were sent before Enable and may wait for the next one
create index binding_link_waiting on binding_link (company_id)
    where before_enable and used_at is null and ended_at is null;
