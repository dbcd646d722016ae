-- Every service keeps the bare ids of the removed in one way
insert into forgotten (id) select company_id from company_copy where status = 'REMOVED' on conflict do nothing;
insert into forgotten (id) select user_id from user_copy where status = 'ERASED' on conflict do nothing;
delete from company_copy where status = 'REMOVED';
delete from user_copy where status = 'ERASED';
