-- Who wants events sent to them. Unlike the log this is configuration: a row and its secrets are gone when it is deleted.
-- types, indicators, gebieden: one a line. batch_*: what was sent and not yet taken; its events end at batch_to.
create table if not exists subscription (
    id               varchar(36)  primary key,
    name             varchar(200) not null,
    target           varchar(2000) not null,
    types            text not null,
    indicators       text not null,
    gebieden         text not null,
    within_gebied    varchar(60),
    secret           varchar(100) not null,
    earlier_secret   varchar(100),
    earlier_until    timestamp with time zone,
    created_at       timestamp with time zone not null,
    status           varchar(9) not null,
    cursor_position  bigint not null,
    batch_id         varchar(36),
    batch_to         bigint,
    batch_events     integer,
    batch_digest     varchar(64),
    attempts         bigint not null,
    failures         integer not null,
    failing_since    timestamp with time zone,
    due_at           timestamp with time zone not null,
    last_success_at  timestamp with time zone,
    last_failure_at  timestamp with time zone,
    last_failure     varchar(500),
    waits_for        varchar(500),
    leased_by        varchar(36),
    leased_until     timestamp with time zone
);
create index if not exists subscription_by_due on subscription (status, due_at);

-- What was tried for each, the last ones; number: counted from 1 per subscription. http_status: null without an answer.
create table if not exists subscription_attempt (
    subscription  varchar(36) not null references subscription (id) on delete cascade,
    number        bigint  not null,
    batch_id      varchar(36) not null,
    from_position bigint  not null,
    to_position   bigint  not null,
    events        integer not null,
    started_at    timestamp with time zone not null,
    millis        bigint  not null,
    delivered     boolean not null,
    http_status   integer,
    outcome       varchar(500) not null,
    primary key (subscription, number)
);
