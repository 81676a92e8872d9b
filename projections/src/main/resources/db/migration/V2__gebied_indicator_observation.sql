create table gebied (
    code               varchar(60) ${bytewise}  primary key,
    type               varchar(20)  not null,
    name               varchar(200) not null,
    parent             varchar(60) ${bytewise},
    reference_year     integer,
    composition_status varchar(20),
    closed_on          date
);

create table gebied_member (
    gebied varchar(60) ${bytewise} not null,
    member varchar(60) ${bytewise} not null,
    primary key (gebied, member)
);

create table gebied_successor (
    gebied    varchar(60) ${bytewise} not null,
    successor varchar(60) ${bytewise} not null,
    primary key (gebied, successor)
);

-- Every pair of a gebied and one that lies inside it, by code, by stated parent or by composition.
create table gebied_within (
    outer_gebied varchar(60) ${bytewise} not null,
    inner_gebied varchar(60) ${bytewise} not null,
    primary key (outer_gebied, inner_gebied)
);
create index gebied_within_by_inner on gebied_within (inner_gebied);

create table indicator (
    code        varchar(40) ${bytewise}  primary key,
    name_nl     varchar(200) not null,
    name_en     varchar(200),
    unit        varchar(200),
    frequency   varchar(20)  not null,
    dimension   varchar(200),
    polarity    varchar(20)  not null,
    min_value   double precision,
    max_value   double precision,
    decimals    integer,
    aggregation varchar(100) not null,
    source      varchar(200),
    retired_on  date
);

-- Every version of every figure: valid from one position up to, not including, another. The key serves the current
-- value, any moment of the past and a whole series; a gebied is read through the short list of indicators.
create table observation (
    indicator      varchar(40) ${bytewise} not null,
    gebied         varchar(60) ${bytewise} not null,
    period         varchar(9) ${bytewise}  not null,
    from_position  bigint      not null,
    to_position    bigint      not null,
    obs_value      double precision,
    status         varchar(11) not null,
    missing_reason varchar(14),
    period_start   integer     not null,
    primary key (indicator, gebied, period, from_position)
);
