-- Effect studies: their designs in JSON, each as it was fixed, what was read, and what was made of it.
create table effect_study (
    id            varchar(80) ${bytewise} not null,
    status        varchar(20) not null,
    design        text not null,
    started_on    date,
    start_reason  varchar(1000),
    concluded_on  date,
    conclusion    text,
    from_position bigint not null,
    to_position   bigint not null,
    primary key (id, from_position)
);

create table effect_study_protocol (
    study         varchar(80) ${bytewise} not null,
    amendment     integer not null,
    design        text not null,
    registration  text not null,
    reason        varchar(1000),
    readings      integer not null,
    from_position bigint not null,
    to_position   bigint not null,
    primary key (study, amendment, from_position)
);

create table effect_study_reading (
    study         varchar(80) ${bytewise} not null,
    number        integer not null,
    state         varchar(20) not null,
    amendment     integer not null,
    protocol_hash varchar(64) not null,
    as_of         bigint not null,
    requested_at  bigint not null,
    requested_on  date not null,
    planned       boolean not null,
    failure       text,
    from_position bigint not null,
    to_position   bigint not null,
    primary key (study, number, from_position)
);
create index effect_study_reading_by_state on effect_study_reading (state, to_position);

create table effect_study_results (
    study         varchar(80) ${bytewise} not null,
    reading       integer not null,
    results       text not null,
    from_position bigint not null,
    to_position   bigint not null,
    primary key (study, reading, from_position)
);

create table effect_study_assessment (
    study         varchar(80) ${bytewise} not null,
    number        integer not null,
    assessment    text not null,
    from_position bigint not null,
    to_position   bigint not null,
    primary key (study, number, from_position)
);
