-- The log: every event once, numbered by its position, gapless and in commit order.
create table event (
    position       bigint primary key,
    event_id       varchar(36)  not null unique,
    aggregate_type varchar(60)  not null,
    aggregate_id   varchar(200) ${bytewise} not null,
    sequence       bigint       not null,
    type           varchar(60)  not null,
    revision       varchar(10)  not null,
    recorded_at    timestamp with time zone not null,
    payload        bytea        not null,
    metadata       bytea        not null,
    constraint event_once_per_sequence unique (aggregate_id, aggregate_type, sequence)
);

-- The clock: one row, locked from numbering to commit, so that positions become visible in their order. Its time never
-- goes back, so that a moment stands for a position.
create table event_clock (
    one         integer primary key check (one = 1),
    position    bigint not null,
    recorded_at timestamp with time zone not null
);
insert into event_clock (one, position, recorded_at) values (1, 0, timestamp with time zone '2020-06-16 00:00:00+00');

-- The position of the last event of each type, by which a projection sees whether anything concerns it.
create table stream_head (
    type     varchar(60) primary key,
    position bigint not null
);

-- What was answered to a POST, kept with its events, so that a repeated request gets the same answer.
create table acknowledgement (
    id              varchar(60)  primary key,
    organisation    varchar(200) not null,
    idempotency_key varchar(255),
    fingerprint     varchar(64),
    status          integer      not null,
    location        varchar(500),
    body            text         not null,
    position        bigint       not null,
    recorded_at     timestamp with time zone not null,
    constraint acknowledgement_once unique (organisation, idempotency_key)
);

-- How far each projection has read, moved in the same transaction as its rows.
create table projection (
    name     varchar(60) primary key,
    position bigint not null
);

-- Events that a projection could not digest, and those behind them in the same sequence.
create table dead_letter (
    projection   varchar(60)  not null,
    position     bigint       not null,
    aggregate_id varchar(200) ${bytewise} not null,
    cause        varchar(1000) not null,
    recorded_at  timestamp with time zone not null,
    primary key (projection, position)
);
create index dead_letter_by_sequence on dead_letter (projection, aggregate_id);
