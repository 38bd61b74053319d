-- What is to run for each kind of participant, and how it came to be: the only place where that stands.
create table module (
    kind varchar(80) not null primary key,
    version bigint not null,
    document text not null
);

-- Jars of which the platform has a copy.
create table module_staged (
    digest varchar(64) not null primary key,
    plugin varchar(200) not null,
    plugin_version varchar(80) not null,
    staged_at varchar(30) not null,
    document text not null
);
create index module_staged_version on module_staged (plugin, plugin_version);

create table module_plan (
    digest varchar(64) not null primary key,
    document text not null
);

create table module_swap (
    id varchar(36) not null primary key,
    kind varchar(80) not null,
    document text not null
);
create index module_swap_kind on module_swap (kind, id);

create table module_signer (
    fingerprint varchar(64) not null primary key,
    trusted_at varchar(30) not null,
    document text not null
);

-- Jars that were taken from the plugins folder, by their name there: a jar that stays counts once.
create table module_taken (
    name varchar(255) not null primary key,
    digest varchar(64) not null
);

-- What an act on the installation itself was done with, such as the digests and counters of a swap.
alter table processing_log add column note text;
