-- The file of a version, up to 1 MiB, for the case that somebody must look at it: no sign-in reads it.
create table saved_metadata (
    company_id uuid not null,
    version int not null,
    xml text not null,
    primary key (company_id, version)
);
insert into saved_metadata (company_id, version, xml)
select company_id, version, metadata_xml from connection_version;

-- The empty column stays for replicas of the release before, which read it while this one rolls out
alter table connection_version alter column metadata_xml drop not null;
update connection_version set metadata_xml = null;
