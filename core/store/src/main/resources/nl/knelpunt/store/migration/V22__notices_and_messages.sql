-- When a notice was given, so that old ones can go. Of those of before the database knows no better than now.
alter table correction_notice add column given varchar(30) not null default '';
update correction_notice set given = strftime('%Y-%m-%dT%H:%M:%S', 'now') || '.000000000Z';
create index correction_notice_given on correction_notice (noted, given);

-- Keyed digest of what a message said, to tell a repeat from another message under the same number. Null of those of before.
alter table message add column content varchar(64);
