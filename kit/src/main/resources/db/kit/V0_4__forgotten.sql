-- The ids of what was removed for good: whatever comes late about it is passed over.
create table forgotten (
    id uuid primary key
);
