-- What an administrator should know of an accepted answer: names of warnings, with commas between
alter table sign_in_record add column warnings text;
