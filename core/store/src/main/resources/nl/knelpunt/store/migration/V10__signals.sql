-- The whole life of a signal: what lists are made of, what waits for whom, to what it belongs, what became of it.

-- Made from the document. Rows of before get theirs when this version first opens the database: until then they are not indexed.
alter table signal add column indexed boolean not null default false;
alter table signal add column manifestation varchar(40);
alter table signal add column municipality varchar(200);
-- In millionths of a degree.
alter table signal add column longitude bigint;
alter table signal add column latitude bigint;
-- Whether the next step is the bureau's.
alter table signal add column waiting boolean not null default false;
create index signal_indexed on signal (indexed, id);
create index signal_received on signal (received, id);
create index signal_state_id on signal (state, id);
create index signal_reporter on signal (reporter, id);
create index signal_manifestation on signal (manifestation, id);
create index signal_municipality on signal (municipality, id);
create index signal_waiting on signal (waiting, id);
create index signal_place on signal (latitude, longitude);

-- Which participants may know of it: the state that they are told, what waits for them, and since when they are asked.
alter table signal_participant add column state varchar(20);
alter table signal_participant add column waiting varchar(20);
alter table signal_participant add column asked varchar(30);
create index signal_participant_state on signal_participant (participant, state, signal);
create index signal_participant_waiting on signal_participant (participant, waiting, signal);
create index signal_participant_asked on signal_participant (asked, signal);

create table signal_link (
    knelpunt varchar(36) not null,
    signal varchar(36) not null references signal (id),
    primary key (knelpunt, signal)
);
create index signal_link_signal on signal_link (signal);

-- No reference to the signal, and nothing of a data subject: it outlives the signal.
create table signal_outcome (
    id varchar(36) not null primary key,
    signal varchar(36) not null,
    reporter varchar(200) not null,
    kind varchar(40) not null,
    reason varchar(40),
    not_met varchar(40) not null,
    knelpunt varchar(36),
    happened varchar(30) not null
);
create index signal_outcome_reporter on signal_outcome (reporter, id);
create index signal_outcome_signal on signal_outcome (signal, id);

-- Evaluation and handling codes of the signal that it came with.
alter table datum add column grading text;
-- A keyed digest of what identifies exactly; null where nothing does.
alter table datum add column identifier varchar(64);
create index datum_identifier on datum (identifier, dossier);
