-- Scans of areas and branches, and case consultations. Nothing in the tables of scans is about a person.

create table scan_mapping (
    id varchar(36) not null primary key,
    version bigint not null,
    document text not null
);

-- Areas that this RIEC delimits itself.
create table own_area (
    code varchar(40) not null primary key,
    document text not null
);

-- A table that was read in; read anew it is another version.
create table data_set (
    id varchar(36) not null primary key,
    scan varchar(36) not null,
    name varchar(200) not null,
    version int not null,
    document text not null
);
create unique index data_set_version on data_set (scan, name, version);
create index data_set_scan on data_set (scan, id);

create table data_set_row (
    data_set varchar(36) not null references data_set (id),
    code varchar(40) not null,
    document text not null,
    primary key (data_set, code)
);

create table scan_outcome (
    id varchar(36) not null primary key,
    scan varchar(36) not null,
    document text not null
);
create index scan_outcome_scan on scan_outcome (scan, id);

create table scan_outcome_row (
    outcome varchar(36) not null references scan_outcome (id),
    place int not null,
    code varchar(40) not null,
    document text not null,
    primary key (outcome, place)
);
create unique index scan_outcome_code on scan_outcome_row (outcome, code);

-- From what a knelpunt came, when not from signals alone.
create table proposal_origin (
    proposal varchar(36) not null primary key,
    source varchar(36) not null,
    document text not null
);

create table case_meeting (
    id varchar(36) not null primary key,
    consultation varchar(36) not null,
    version bigint not null,
    -- Null unless it is still to be held.
    planned varchar(16),
    document text not null
);
create index case_meeting_consultation on case_meeting (consultation, id);
create index case_meeting_planned on case_meeting (planned, id);

-- Agreements that are still open.
create table case_agreement (
    id varchar(36) not null primary key,
    meeting varchar(36) not null references case_meeting (id),
    participant varchar(200) not null,
    due varchar(16) not null
);
create index case_agreement_meeting on case_agreement (meeting);
create index case_agreement_participant on case_agreement (participant, due, meeting);
