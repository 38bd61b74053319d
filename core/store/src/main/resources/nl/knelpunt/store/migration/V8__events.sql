-- What happened, to be told to others: references only, kept for some days. The newest row always stays, so that the sequence goes on.
create table event (
    sequence bigint not null primary key,
    id varchar(36) not null unique,
    happened varchar(30) not null,
    type varchar(80) not null,
    subject varchar(36),
    datum varchar(36),
    participants text not null,
    was varchar(20)
);
create index event_happened on event (happened);

-- Systems that are called when something happens. The secret that signs a delivery is made from a key and the id, and stands nowhere.
create table subscription (
    id varchar(36) not null primary key,
    account varchar(36) not null references account (id),
    participant varchar(200) not null,
    url text not null,
    types text not null,
    registered varchar(30) not null,
    position bigint not null,
    missed boolean not null,
    trouble_since varchar(30),
    trouble_tries int,
    trouble_reason varchar(40)
);
