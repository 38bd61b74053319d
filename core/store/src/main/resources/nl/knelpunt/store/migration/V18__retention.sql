-- Closing a knelpunt, and destroying what is no longer necessary.

create table closing_report (
    knelpunt varchar(36) not null primary key,
    document text not null
);

-- What stays of a closed knelpunt; about nobody.
create table lesson (
    id varchar(36) not null primary key,
    worked boolean not null,
    category varchar(40),
    manifestation varchar(80),
    object_type varchar(20),
    barrier_step varchar(500),
    document text not null
);

-- The words of a lesson, folded: it is found by the beginning of each. Plain rows and an index, so the same on every database.
create table lesson_word (
    word varchar(100) not null,
    lesson varchar(36) not null references lesson (id),
    primary key (word, lesson)
);
create index lesson_word_lesson on lesson_word (lesson);

create table destruction_list (
    id varchar(36) not null primary key,
    dossier varchar(36) not null,
    state varchar(20) not null,
    due varchar(16),
    version bigint not null,
    document text not null
);
create index destruction_list_state on destruction_list (state, due);

-- What was destroyed by time: numbers and references only.
create table retention_run (
    id varchar(36) not null primary key,
    document text not null
);

-- The last day of a hold; null of one of before there were any, which is to be looked at now.
alter table datum add column held_until varchar(16);
create index datum_held on datum (held, held_until);
