-- Where an answer leads that the provider sent unasked: a request of ours keeps that itself
alter table accepted_answer add column return_to text;
