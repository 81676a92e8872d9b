-- Impact analyses, by their plan in JSON, and what was measured of each cost or benefit in each year.
create table impact_analysis (
    id            varchar(80) ${bytewise} not null,
    gebied        varchar(60) ${bytewise} not null,
    plan          text not null,
    last_reason   varchar(1000),
    from_position bigint not null,
    to_position   bigint not null,
    primary key (id, from_position)
);

create table impact_realisation (
    analysis      varchar(80) ${bytewise} not null,
    cash_flow     varchar(80) ${bytewise} not null,
    year_number   integer not null,
    realisation   text not null,
    from_position bigint not null,
    to_position   bigint not null,
    primary key (analysis, cash_flow, year_number, from_position)
);
