-- The register of provisions by what people look for in it; answers and feedback that are still to come; and what rests on a datum.

alter table provision add column recipient_type varchar(20) not null default 'PARTICIPANT';
alter table provision add column kind varchar(30);
alter table provision add column state varchar(20) not null default 'PREPARED';
alter table provision add column provided_on varchar(16);
alter table provision add column round_until varchar(16);

update provision set recipient_type = 'THIRD_PARTY' where document like '%"type":"THIRD_PARTY"%';
update provision set recipient_type = 'OTHER_RIEC' where document like '%"type":"OTHER_RIEC"%';
update provision set recipient_type = 'OTHER_VERBAND' where document like '%"type":"OTHER_VERBAND"%';
update provision set kind = 'OTHER' where document like '%"kind":"OTHER"%';
update provision set kind = 'INTERVENTION_ADVICE' where document like '%"kind":"INTERVENTION_ADVICE"%';
update provision set kind = 'STEERING_INFORMATION' where document like '%"kind":"STEERING_INFORMATION"%';
-- Feedback is due a year after the result left.
update provision set state = 'PROVIDED',
    provided_on = cast(cast(substr(feedback_due, 1, 4) as integer) - 1 as varchar(4)) || substr(feedback_due, 5)
    where feedback_due is not null;
update provision set state = 'FED_BACK' where feedback_given = true;

create index provision_state on provision (state, id);
create index provision_recipient on provision (recipient, id);
create index provision_provided on provision (provided_on);
create index provision_round on provision (round_until);

create table provision_datum (
    datum varchar(36) not null,
    provision varchar(36) not null references provision (id),
    primary key (datum, provision)
);
create index provision_datum_provision on provision_datum (provision);

create table provision_asked (
    participant varchar(200) not null,
    answer_by varchar(16) not null,
    provision varchar(36) not null references provision (id),
    primary key (participant, provision)
);
create index provision_asked_provision on provision_asked (provision);

-- An advice says what it counts for. Those of before count for one more change.
update rac_advice set document = replace(replace(document, '"positive":true', '"outcome":"POSITIVE"'),
    '"positive":false', '"outcome":"NEGATIVE"');
update rac_advice set document = substr(document, 1, length(document) - 1)
    || ',"matter":{"of":"PROCESSING","provision":null,"kind":null,"recipient":null,"once":true}}';

create table rac_request (
    id varchar(36) not null primary key,
    state varchar(20) not null,
    version bigint not null,
    document text not null
);
create index rac_request_state on rac_request (state, id);

-- Who is looked up by what identifies them is found by a keyed digest of it; rows of before are keyed when the database is opened.
alter table datum add column keyed varchar(64);
create index datum_keyed on datum (keyed);

-- Requests of data subjects: what is to be decided anew, looked at anew, mended, and forgotten.
alter table rights_request add column anew boolean not null default false;
alter table rights_request add column forget_on varchar(16);
create index rights_request_anew on rights_request (anew, id);
create index rights_request_forget on rights_request (forget_on);
alter table rights_consultation add column recheck_by varchar(16);
alter table rights_consultation add column mending boolean not null default false;

-- What was done in a year, in numbers: without anything that leads to a person, so that it stays when that is destroyed.
create table tally (
    year int not null,
    figure varchar(40) not null,
    part varchar(60) not null,
    number bigint not null,
    primary key (year, figure, part)
);

create table annual_report (
    year int not null primary key,
    document text not null
);

create table duty_done (
    id varchar(36) not null primary key,
    duty varchar(40) not null,
    done_on varchar(16) not null,
    document text not null
);
create index duty_done_duty on duty_done (duty, done_on);

-- Whether the data subjects of a knelpunt were informed; of each knelpunt only the last has a day for a review.
create table information (
    id varchar(36) not null primary key,
    knelpunt varchar(36) not null,
    review_by varchar(16),
    document text not null
);
create index information_knelpunt on information (knelpunt, id);
create index information_review on information (review_by);
