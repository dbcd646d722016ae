-- SessionNotOnOrAfter of the accepted answer, on its way into the ticket.
alter table accepted_answer add column session_ends_at timestamptz;
