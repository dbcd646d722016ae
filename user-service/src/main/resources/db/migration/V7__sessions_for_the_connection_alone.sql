-- A recovery code opens a session that is good for the company's connection alone
alter table session drop constraint session_method_check,
    add constraint session_method_check check (method in ('PASSWORD', 'SSO', 'RECOVERY'));
