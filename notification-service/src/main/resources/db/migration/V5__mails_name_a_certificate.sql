-- Which certificate a mail is about, and when it ends.
alter table delivery
    add column certificate_subject text,
    add column certificate_fingerprint text,
    add column certificate_ends_at timestamptz;
