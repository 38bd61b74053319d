-- Why the log was read: the purpose of Wgs 1.8(4) and the reason. Who and when stands in the log.
create table log_reading (
    id varchar(36) not null primary key,
    document text not null
);
