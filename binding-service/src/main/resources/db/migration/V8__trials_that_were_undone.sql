-- The last Enable whose trial was ended by a session: links sent before a later one outlive its undoing
alter table connection_copy add column settled_switch_over int not null default 0;
