-- Runs on SQLite and PostgreSQL alike: ids are UUIDs as text, moments are UTC as ISO text of fixed width (so that they sort and
-- read back to the nanosecond), days are ISO text, digests are hex, documents are JSON.
-- key_id names the key that a row will be encrypted under; null means plain.

create table account (
    id varchar(36) not null primary key,
    name varchar(200) not null unique,
    display_name text not null,
    participant varchar(200) not null,
    organ varchar(40),
    roles text not null,
    screened boolean not null,
    trained_until varchar(16),
    active boolean not null,
    password_hash text not null
);

create table session (
    token_hash varchar(200) not null primary key,
    account varchar(36) not null references account (id),
    expires varchar(30) not null
);
create index session_expires on session (expires);

create table signal (
    id varchar(36) not null primary key,
    reporter varchar(200) not null,
    state varchar(20) not null,
    version bigint not null,
    received varchar(30) not null,
    document text not null,
    key_id varchar(36)
);
create index signal_state on signal (state, received);

-- Who reported it or was asked about it.
create table signal_participant (
    participant varchar(200) not null,
    signal varchar(36) not null references signal (id),
    primary key (participant, signal)
);
create index signal_participant_signal on signal_participant (signal);

-- No reference to the signal: what became of a message is known for longer than the signal.
create table message (
    participant varchar(200) not null,
    keyed_id varchar(200) not null,
    signal varchar(36) not null,
    primary key (participant, keyed_id)
);

create table knelpunt (
    id varchar(36) not null primary key,
    state varchar(20) not null,
    version bigint not null,
    document text not null
);

create table subject (
    id varchar(36) not null primary key,
    dossier varchar(36) not null,
    kind varchar(20) not null,
    circle_of varchar(36),
    circle_reason text,
    pseudonym varchar(36)
);
create index subject_dossier on subject (dossier, id);
create index subject_circle on subject (circle_of);

create table datum (
    id varchar(36) not null primary key,
    dossier varchar(36) not null,
    subject varchar(36) references subject (id),
    category varchar(40),
    field text,
    content text,
    supplier varchar(200),
    organ varchar(40),
    task varchar(80),
    basis text,
    phase smallint not null,
    lawfully_held boolean not null,
    police boolean not null,
    police_class varchar(20),
    police_agreement text,
    unavoidable text,
    origins varchar(200) not null,
    first_processed varchar(30),
    destroy_by varchar(16),
    key_id varchar(36)
);
create index datum_dossier on datum (dossier, id);
create index datum_subject on datum (subject);
create index datum_destroy_by on datum (destroy_by);

create table request (
    caller varchar(200) not null,
    act varchar(80) not null,
    idempotency_key varchar(200) not null,
    id varchar(36),
    state varchar(40),
    version bigint not null,
    done_at varchar(30) not null,
    primary key (caller, act, idempotency_key)
);
create index request_done_at on request (done_at);

create table setting (
    name varchar(200) not null primary key,
    content text not null
);

-- Keys that rows of this database depend on, with a digest that tells the right key from another.
create table key_used (
    purpose varchar(40) not null primary key,
    fingerprint varchar(64) not null
);

create table processing_log (
    sequence bigint not null primary key,
    done_at varchar(30) not null,
    trace varchar(36),
    origin text,
    actor text,
    participant varchar(200),
    act varchar(80),
    object varchar(36),
    subject varchar(36),
    data text not null,
    result varchar(20),
    rules text not null,
    rule_set varchar(80),
    previous varchar(64) not null,
    hash varchar(64) not null
);

-- Where the log ends, signed, so that records can't be taken off its end unseen; and where it was found broken.
create table log_head (
    id smallint not null primary key check (id = 1),
    sequence bigint not null,
    hash varchar(64) not null,
    broken_from bigint,
    broken_reason text,
    mac varchar(64) not null
);
