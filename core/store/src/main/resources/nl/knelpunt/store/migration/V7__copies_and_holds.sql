-- What is said of a datum holds for its copies in other dossiers, and what is held is not destroyed: both stand in its marks, here
-- so that they can be found.

alter table datum add column reused_from varchar(36);
alter table datum add column held boolean not null default false;

-- The marks of before end with it: ..."reusedFrom":"<36 characters>"}
update datum set reused_from = substr(marks, length(marks) - 37, 36) where marks like '%"reusedFrom":"%"}';

create index datum_reused_from on datum (reused_from);
