-- Who came to be involved in a knelpunt, or left it.
create table involvement (
    id varchar(36) not null primary key,
    knelpunt varchar(36) not null,
    is_open boolean not null,
    document text not null
);
create index involvement_knelpunt on involvement (knelpunt, id);
