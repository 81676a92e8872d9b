-- Gebieden, indicators, manifests and measures keep their past: every row is a version, valid from one position up to, not
-- including, another. They are made anew from the events. H2 commits each statement by itself, so all can be repeated.
delete from projection where name in ('gebied', 'indicator', 'manifest', 'measure');
delete from dead_letter where projection in ('gebied', 'indicator', 'manifest', 'measure');
drop table if exists gebied;
drop table if exists gebied_member;
drop table if exists gebied_successor;
drop table if exists gebied_within;
drop table if exists indicator;
drop table if exists manifest;
drop table if exists manifest_signature;
drop table if exists manifest_endorsement;
drop table if exists measure;

create table gebied (
    code               varchar(60) ${bytewise} not null,
    type               varchar(20)  not null,
    name               varchar(200) not null,
    parent             varchar(60) ${bytewise},
    reference_year     integer,
    composition_status varchar(20),
    closed_on          date,
    share_basis        varchar(20),
    from_position      bigint not null,
    to_position        bigint not null,
    primary key (code, from_position)
);

create table gebied_member (
    gebied        varchar(60) ${bytewise} not null,
    member        varchar(60) ${bytewise} not null,
    from_position bigint not null,
    to_position   bigint not null,
    primary key (gebied, member, from_position)
);

-- share: which part of the closed gebied went to this successor; null when nobody said.
create table gebied_successor (
    gebied        varchar(60) ${bytewise} not null,
    successor     varchar(60) ${bytewise} not null,
    share         double precision,
    from_position bigint not null,
    to_position   bigint not null,
    primary key (gebied, successor, from_position)
);

-- Every pair of a gebied and one that lies inside it, by code, by stated parent or by composition.
create table gebied_within (
    outer_gebied  varchar(60) ${bytewise} not null,
    inner_gebied  varchar(60) ${bytewise} not null,
    from_position bigint not null,
    to_position   bigint not null,
    primary key (outer_gebied, inner_gebied, from_position)
);
create index gebied_within_by_inner on gebied_within (inner_gebied);

create table indicator (
    code                 varchar(40) ${bytewise} not null,
    name_nl              varchar(200) not null,
    name_en              varchar(200),
    unit                 varchar(200),
    frequency            varchar(20)  not null,
    dimension            varchar(200),
    polarity             varchar(20)  not null,
    min_value            double precision,
    max_value            double precision,
    decimals             integer,
    aggregation          varchar(100) not null,
    source               varchar(200),
    disclosure_threshold double precision,
    retired_on           date,
    from_position        bigint not null,
    to_position          bigint not null,
    primary key (code, from_position)
);

-- Lists of short texts, one a line, that are shown and never searched.
create table manifest (
    slug              varchar(80) ${bytewise} not null,
    title             varchar(200) not null,
    published_on      date         not null,
    addressees        text         not null,
    ministries        text         not null,
    opgaven           text         not null,
    focus_areas       text         not null,
    withdrawn_on      date,
    withdrawal_reason varchar(1000),
    from_position     bigint not null,
    to_position       bigint not null,
    primary key (slug, from_position)
);

create table manifest_signature (
    slug              varchar(80) ${bytewise} not null,
    gemeente          varchar(60) ${bytewise} not null,
    office            varchar(200) not null,
    office_holder     varchar(200) not null,
    signed_on         date         not null,
    withdrawn_on      date,
    withdrawal_reason varchar(1000),
    from_position     bigint not null,
    to_position       bigint not null,
    primary key (slug, gemeente, from_position)
);

create table manifest_endorsement (
    slug          varchar(80) ${bytewise} not null,
    endorser      varchar(200) not null,
    office        varchar(200),
    endorsed_on   date         not null,
    from_position bigint not null,
    to_position   bigint not null,
    primary key (slug, from_position)
);

create table measure (
    id                varchar(80) ${bytewise} not null,
    gebied            varchar(60) ${bytewise} not null,
    opgave            varchar(40)   not null,
    title             varchar(200)  not null,
    description       varchar(2000),
    planned_from      date          not null,
    planned_to        date,
    lead_organisation varchar(200)  not null,
    target_indicators text          not null,
    status            varchar(20)   not null,
    started_on        date,
    ended_on          date,
    last_reason       varchar(1000),
    from_position     bigint not null,
    to_position       bigint not null,
    primary key (id, from_position)
);
create index measure_by_gebied on measure (gebied);

-- What became known after a position, and which position a moment stands for.
create index if not exists observation_by_position on observation (from_position);
create index if not exists event_by_time on event (recorded_at, position);
