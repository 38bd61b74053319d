-- Who came to be involved in a knelpunt, or left it.
create table involvement (
    id varchar(36) not null primary key,
    knelpunt varchar(36) not null,
    is_open boolean not null,
    document text not null
);
create index involvement_knelpunt on involvement (knelpunt, id);

-- Which fields of a signal, a knelpunt and the like changed with each version, so that who comes too late is told. Never what stood there.
create table change_note (
    object varchar(36) not null,
    version bigint not null,
    document text not null,
    primary key (object, version)
);
