-- Figures that are hidden, and from when to when: under the threshold of their indicator, or telling of one that is.
create table if not exists suppression (
    indicator     varchar(40) ${bytewise} not null,
    period        varchar(9) ${bytewise}  not null,
    gebied        varchar(60) ${bytewise} not null,
    kind          varchar(10) not null,
    from_position bigint not null,
    to_position   bigint not null,
    primary key (indicator, period, gebied, from_position)
);
create index if not exists suppression_by_start on suppression (from_position);
create index if not exists suppression_by_end on suppression (to_position);

-- number: the position at which the version of the model was published.
create table if not exists score_model (
    number     bigint primary key,
    id         varchar(80) ${bytewise} not null,
    version    integer not null,
    definition text    not null,
    unique (id, version)
);

-- The scores of gebieden that have figures of their own. dimensions: their values in the order of the model, joined by
-- commas; null when the score rests on the published deviation.
create table if not exists score (
    model         bigint not null,
    gebied        varchar(60) ${bytewise} not null,
    period        varchar(9) ${bytewise}  not null,
    from_position bigint not null,
    to_position   bigint not null,
    gebied_type   varchar(9) not null,
    score         double precision not null,
    deviation     double precision not null,
    dimensions    varchar(2000),
    status        varchar(11) not null,
    primary key (model, gebied, period, from_position)
);
create index if not exists score_by_rank on score (model, period, gebied_type, deviation, from_position, to_position, gebied);
