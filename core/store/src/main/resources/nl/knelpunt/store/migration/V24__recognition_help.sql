-- How often recognition help was asked on a day, so that nobody asks it too often. Not about which signal: that stands in the log.
create table recognition_help (
    day varchar(10) not null,
    participant varchar(80) not null,
    account varchar(36) not null,
    number integer not null,
    primary key (day, account, participant)
);
create index recognition_help_participant on recognition_help (day, participant);
