-- Signals of a period: all that a list looks at, so that only one page of signals is read.
drop index signal_received;
create index signal_received on signal (received, id, state, reporter, manifestation, municipality, waiting);

-- What was done to one thing is forgotten with it.
alter table request add column object varchar(36);
update request set object = substr(act, instr(act, ' ') + 1) where instr(act, ' ') > 0;
create index request_object on request (object);
create index request_id on request (id);
