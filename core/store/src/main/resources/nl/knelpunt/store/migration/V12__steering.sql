-- The steering group: mandates, meetings, papers from outside, and the documents that are issued.

create table mandate (
    id varchar(36) not null primary key,
    participant varchar(200) not null,
    holder varchar(36) not null,
    withdrawn boolean not null,
    version bigint not null,
    document text not null
);
create index mandate_holder on mandate (participant, holder);
create index mandate_standing on mandate (participant, withdrawn);

create table meeting (
    id varchar(36) not null primary key,
    state varchar(20) not null,
    starts varchar(30) not null,
    version bigint not null,
    document text not null
);
create index meeting_state on meeting (state, starts);

-- On which agenda a knelpunt stands.
create table meeting_item (
    id varchar(36) not null primary key,
    meeting varchar(36) not null references meeting (id),
    knelpunt varchar(36) not null,
    kind varchar(20) not null,
    concluded boolean not null
);
create index meeting_item_meeting on meeting_item (meeting);
create index meeting_item_knelpunt on meeting_item (knelpunt, kind, concluded);

-- The content is base64, and null once it was destroyed.
create table paper (
    id varchar(36) not null primary key,
    knelpunt varchar(36) not null,
    destroy_by varchar(16) not null,
    has_content boolean not null,
    document text not null,
    content text
);
create index paper_knelpunt on paper (knelpunt, id);
create index paper_past on paper (has_content, destroy_by);

create table issued_document (
    id varchar(36) not null primary key,
    knelpunt varchar(36) not null,
    kind varchar(20) not null,
    letter varchar(1) not null,
    number varchar(60) not null unique,
    document text not null,
    pdf text not null,
    html text not null
);
create index issued_document_knelpunt on issued_document (knelpunt, id);
create index issued_document_kind on issued_document (knelpunt, kind);
create index issued_document_letter on issued_document (knelpunt, letter);

-- The last number of each series, and what a dossier is called in them.
create table number_series (
    series varchar(100) not null primary key,
    last bigint not null
);
create table dossier_number (
    dossier varchar(36) not null primary key,
    number varchar(60) not null unique
);
