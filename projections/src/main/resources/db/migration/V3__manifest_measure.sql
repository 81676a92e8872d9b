-- Lists of short texts, one a line, that are shown and never searched.
create table manifest (
    slug              varchar(80) ${bytewise}  primary key,
    title             varchar(200) not null,
    published_on      date         not null,
    addressees        text         not null,
    ministries        text         not null,
    opgaven           text         not null,
    focus_areas       text         not null,
    withdrawn_on      date,
    withdrawal_reason varchar(1000)
);

create table manifest_signature (
    slug              varchar(80) ${bytewise}  not null,
    gemeente          varchar(60) ${bytewise}  not null,
    office            varchar(200) not null,
    office_holder     varchar(200) not null,
    signed_on         date         not null,
    withdrawn_on      date,
    withdrawal_reason varchar(1000),
    primary key (slug, gemeente)
);

create table manifest_endorsement (
    slug        varchar(80) ${bytewise}  not null,
    endorser    varchar(200) not null,
    office      varchar(200),
    endorsed_on date         not null,
    position    bigint       not null,
    primary key (slug, position)
);

create table measure (
    id                varchar(80) ${bytewise}   primary key,
    gebied            varchar(60) ${bytewise}   not null,
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
    last_reason       varchar(1000)
);
create index measure_by_gebied on measure (gebied);
