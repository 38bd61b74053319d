-- What participants ask of each other about data: requests, corrections, who received what.

alter table datum add column version bigint not null default 1;
-- Reported as wrong, which stands in its marks: here so that it can be found.
alter table datum add column wrong boolean not null default false;
update datum set wrong = true where marks like '%"error":{%';
create index datum_supplier on datum (supplier, id);
create index datum_wrong on datum (supplier, id) where wrong;

-- What was sent under the key, as a keyed digest: another body under the same key is another request.
alter table request add column digest varchar(64);

-- To whom a datum was shown, and when first. Goes with the datum.
create table datum_receiver (
    participant varchar(200) not null,
    dossier varchar(36) not null,
    datum varchar(36) not null,
    shown_at varchar(30) not null,
    primary key (participant, dossier, datum)
);
create index datum_receiver_datum on datum_receiver (datum);
create index datum_receiver_dossier on datum_receiver (dossier);

create table data_request (
    id varchar(36) not null primary key,
    knelpunt varchar(36) not null,
    asker varchar(200) not null,
    holder varchar(200) not null,
    state varchar(20) not null,
    until varchar(16) not null,
    version bigint not null,
    document text not null
);
create index data_request_knelpunt on data_request (knelpunt, id);
create index data_request_holder on data_request (holder, state, id);
create index data_request_asker on data_request (asker, state, id);
create index data_request_until on data_request (state, until);

create table correction_proposal (
    id varchar(36) not null primary key,
    datum varchar(36) not null,
    proposer varchar(200) not null,
    owner varchar(200) not null,
    state varchar(20) not null,
    version bigint not null,
    document text not null
);
create index correction_proposal_datum on correction_proposal (datum);
create index correction_proposal_owner on correction_proposal (owner, state, id);
create index correction_proposal_proposer on correction_proposal (proposer, state, id);

create table correction_notice (
    id varchar(36) not null primary key,
    participant varchar(200) not null,
    noted boolean not null,
    document text not null
);
create index correction_notice_participant on correction_notice (participant, noted, id);
