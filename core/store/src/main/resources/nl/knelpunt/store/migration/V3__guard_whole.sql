-- What the whole guard needs to know: sector law of a datum, what was said of it since, secrecy, policy, results, rights, advice.

alter table datum add column wjsg varchar(20);
alter table datum add column bibob text;
alter table datum add column marks text;

alter table account add column secrecy_acknowledged varchar(30);

-- Every version is kept.
create table policy (
    version bigint not null primary key,
    document text not null
);

create table provision (
    id varchar(36) not null primary key,
    knelpunt varchar(36) not null,
    recipient varchar(200) not null,
    feedback_due varchar(16),
    feedback_given boolean not null,
    version bigint not null,
    document text not null
);
create index provision_knelpunt on provision (knelpunt, id);
create index provision_overdue on provision (recipient, feedback_given, feedback_due);

create table rights_request (
    id varchar(36) not null primary key,
    version bigint not null,
    document text not null
);

-- Which participants are consulted on which request.
create table rights_consultation (
    participant varchar(200) not null,
    request varchar(36) not null references rights_request (id),
    primary key (participant, request)
);

create table rac_advice (
    id varchar(36) not null primary key,
    document text not null
);
