-- The plan as it is carried out. An intervention is a row of its own, so that participants change theirs beside each other.

create table intervention (
    id varchar(36) not null primary key,
    knelpunt varchar(36) not null,
    participant varchar(200) not null,
    state varchar(20) not null,
    last_day varchar(16) not null,
    waits boolean not null,
    version bigint not null,
    document text not null
);
create index intervention_knelpunt on intervention (knelpunt, id);
-- What waits for a participant, by its last day; without one it stands at the end.
create index intervention_waits on intervention (participant, waits, last_day, id);

create table pledge (
    id varchar(36) not null primary key,
    knelpunt varchar(36) not null,
    participant varchar(200) not null,
    hours bigint not null,
    used bigint not null,
    people bigint not null,
    document text not null
);
create index pledge_knelpunt on pledge (knelpunt, participant, id);

-- Kept as it was released.
create table task_sheet (
    id varchar(36) not null primary key,
    knelpunt varchar(36) not null,
    numbered_in int not null,
    number varchar(40) not null unique,
    document text not null
);
create index task_sheet_knelpunt on task_sheet (knelpunt, id);
create index task_sheet_year on task_sheet (numbered_in);

-- Interventions stood in their knelpunt before: what was carried out is done, the rest is to be agreed to.
insert into intervention (id, knelpunt, participant, state, last_day, waits, version, document)
select
    json_extract(i.value, '$.id'),
    k.id,
    json_extract(i.value, '$.participant'),
    case when json_extract(i.value, '$.execution') is null then 'PROPOSED' else 'DONE' end,
    coalesce(json_extract(i.value, '$.due'), '9999-12-31'),
    json_extract(i.value, '$.execution') is null,
    1,
    json_object(
        'id', json_extract(i.value, '$.id'),
        'knelpunt', k.id,
        'version', 1,
        'state', case when json_extract(i.value, '$.execution') is null then 'PROPOSED' else 'DONE' end,
        'content', json_object(
            'type', json_extract(i.value, '$.type'),
            'name', json_extract(i.value, '$.name'),
            'category', json_extract(i.value, '$.category'),
            'basis', json_object(
                'text', json_extract(i.value, '$.basis'), 'version', null, 'checkedByJurist', json('false')),
            'participant', json_extract(i.value, '$.participant'),
            'organ', json_extract(i.value, '$.organ'),
            'description', json_extract(i.value, '$.description')),
        'planning', json_object('from', null, 'until', json_extract(i.value, '$.due')),
        'conditions', json_array(),
        'moves', json_array(),
        'execution', json_extract(i.value, '$.execution'),
        'outcomes', case
            when json_extract(i.value, '$.execution.effect') is null then json_array()
            else json_array(json_object(
                'kind', 'INTENDED_EFFECT',
                'date', json_extract(i.value, '$.execution.date'),
                'text', json_extract(i.value, '$.execution.effect'),
                'participant', json_extract(i.value, '$.participant'),
                'person', json_extract(i.value, '$.execution.person'),
                'at', json_extract(i.value, '$.execution.at'))) end)
from knelpunt k, json_each(k.document, '$.plan.interventions') i;
update knelpunt set document = json_remove(document, '$.plan.interventions')
where json_extract(document, '$.plan.interventions') is not null;
