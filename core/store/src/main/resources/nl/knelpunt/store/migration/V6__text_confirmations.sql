-- What writers confirmed of the texts of a signal or knelpunt, as keyed digests. No reference: it may be either.
create table text_confirmation (
    object varchar(36) not null,
    digest varchar(64) not null,
    actor varchar(200) not null,
    confirmed_at varchar(30) not null,
    primary key (object, digest)
);
