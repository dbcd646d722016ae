-- Every service keeps the bare ids of the removed in one way
insert into forgotten (id) select id from erased on conflict do nothing;
drop table erased;
