-- What a dossier knows of one category, such as the names in it, is looked up with every text that is written there.
create index datum_dossier_category on datum (dossier, category, id);

-- The written analysis. Its texts hold references to data and no names, so that destroying a datum takes nothing out of here.
create table analysis (
    id varchar(36) not null primary key,
    knelpunt varchar(36) not null,
    state varchar(20) not null,
    version bigint not null,
    document text not null
);
create index analysis_knelpunt on analysis (knelpunt, id);
create index analysis_state on analysis (state, id);

-- What an analyst chose to look at: a filter, never what it lets through.
create table selection (
    id varchar(36) not null primary key,
    knelpunt varchar(36) not null,
    owner varchar(36) not null,
    shared boolean not null,
    version bigint not null,
    document text not null
);
create index selection_knelpunt on selection (knelpunt, id);

-- That something was taken out, by whom and what for; what it was stands in the processing log.
create table analysis_export (
    id varchar(36) not null primary key,
    knelpunt varchar(36) not null,
    document text not null
);
create index analysis_export_knelpunt on analysis_export (knelpunt, id);

-- Every version stays: what a knelpunt uses never changes under it.
create table barrier_model (
    code varchar(64) not null,
    version varchar(20) not null,
    taken varchar(30) not null,
    document text not null,
    primary key (code, version)
);
create table barrier_use (
    knelpunt varchar(36) not null,
    code varchar(64) not null,
    version varchar(20) not null,
    primary key (knelpunt, code),
    foreign key (code, version) references barrier_model (code, version)
);
