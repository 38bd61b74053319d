-- What is open, so that tasks are found without a walk over everything. Rows of before say that they may be open, and are looked at
-- until they are written again.

-- The last day of the last year; null also when there is none.
alter table knelpunt add column last_day varchar(16);
-- Whether the steering group is asked something.
alter table knelpunt add column voting boolean not null default true;
update knelpunt set voting = false where state in ('REJECTED', 'CLOSED');
create index knelpunt_last_day on knelpunt (state, last_day);
create index knelpunt_voting on knelpunt (voting, id);

alter table rights_request add column decided boolean not null default false;
update rights_request set decided = true where document like '%"decision":{%';
create index rights_request_decided on rights_request (decided, id);

alter table rights_consultation add column answered boolean not null default false;
update rights_consultation set answered = true where request in (select id from rights_request where decided = true);

create index provision_feedback on provision (feedback_given, feedback_due);

-- What was told by time, so that it is told once. No reference: it may be about anything.
create table reminder (
    object varchar(36) not null,
    what varchar(80) not null,
    sent varchar(30) not null,
    primary key (object, what)
);
