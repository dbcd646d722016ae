-- Behind each refusal stands the question how many there were; what was accepted has no part in it
create index sign_in_record_refusals on sign_in_record (company_id, at) where result = 'REFUSED';
