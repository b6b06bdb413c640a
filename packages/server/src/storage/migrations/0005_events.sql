-- What happened, told in order: the event feed, and who may read it.

-- Tokens of people and programs for the Management API.
create table access_tokens (
  account_id bigint not null references accounts (id),
  id text collate "C" not null,
  name text not null,
  -- HMAC-SHA256 of the secret half under a key derived from the master key.
  secret_hash bytea not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  primary key (account_id, id)
);
-- A request names the token only. Ids are random, so one is enough to find the account.
create index access_tokens_by_id on access_tokens (id);

-- One row per account and mode. Whoever appends events locks it, so that the
-- numbers have no gaps and are committed in their order.
-- Docs: docs/decisions/0009-orders-are-their-own-outbox.md
create table event_streams (
  account_id bigint not null references accounts (id),
  mode mode not null,
  last_sequence bigint not null default 0,
  -- Orders are their own outbox: those up to this id have their event.
  last_order_id bigint not null default 0,
  primary key (account_id, mode)
);

-- History begins with this schema: older orders are in the reports and are no news.
insert into event_streams (account_id, mode, last_order_id)
  select account_id, mode, max(id) from orders group by account_id, mode;

-- A balance that falls below this is an event; 0 for never.
alter table wallets
  add column low_balance_threshold bigint not null default 0 check (low_balance_threshold >= 0);

create table events (
  account_id bigint not null,
  mode mode not null,
  sequence bigint not null,
  type text collate "C" not null,
  -- The order that an event is about tells the rest; it never changes but for its status.
  order_id bigint,
  -- Kept to the letter: it is sent again as it was, and its numbers keep their decimals.
  data json,
  created_at timestamptz not null,
  primary key (account_id, mode, sequence),
  check ((order_id is null) <> (data is null))
);
create trigger events_append_only before update or delete or truncate on events
  for each statement execute function refuse_change();

-- Webhooks --------------------------------------------------------------------

create table webhook_endpoints (
  account_id bigint not null references accounts (id),
  mode mode not null,
  id text collate "C" not null,
  url text not null,
  description text,
  -- As they were asked for: event types, `*`, or the original's name for all events of orders.
  events text[] not null check (cardinality(events) > 0),
  -- AES-256-GCM under a key derived from the master key, bound to the endpoint.
  secret bytea not null,
  -- The secret before a rotation signs as well until then.
  previous_secret bytea,
  previous_secret_until timestamptz,
  is_enabled boolean not null default true,
  -- Why it does not get events: by hand, by failing for too long, or because it said that it is gone.
  disabled_reason text check (disabled_reason in ('manual', 'failing', 'gone')),
  -- Events up to this number have been handed to `webhook_deliveries`.
  handed_sequence bigint not null,
  -- When deliveries began to fail without one that arrived since.
  failing_since timestamptz,
  created_at timestamptz not null,
  deleted_at timestamptz,
  primary key (account_id, mode, id)
);

create type delivery_state as enum ('pending', 'delivered', 'failed');

create table webhook_deliveries (
  account_id bigint not null,
  mode mode not null,
  endpoint_id text collate "C" not null,
  -- The event.
  sequence bigint not null,
  state delivery_state not null default 'pending',
  -- All attempts ever, and those since it was last asked for; the second follows the schedule.
  attempts integer not null default 0,
  tries integer not null default 0,
  -- When a pending one is due; while it is being sent, when it is due again if the sender dies.
  due_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, mode, endpoint_id, sequence),
  check (tries <= attempts)
) with (fillfactor = 70);
-- By endpoint, so that the deliveries of one never stand in the way of another's.
create index webhook_deliveries_due
  on webhook_deliveries (account_id, mode, endpoint_id, due_at) where state = 'pending';
create index webhook_deliveries_failed
  on webhook_deliveries (account_id, mode, endpoint_id, sequence) where state = 'failed';

create sequence webhook_attempt_ids;

create table webhook_attempts (
  account_id bigint not null,
  mode mode not null,
  id bigint not null default nextval('webhook_attempt_ids'),
  endpoint_id text collate "C" not null,
  -- Null for an example that somebody sent by hand.
  sequence bigint,
  type text not null,
  url text not null,
  request_headers json not null,
  status integer,
  answer_headers json not null,
  answer_body text not null,
  -- Why there was no answer, as a word and as a sentence.
  error text,
  error_message text,
  milliseconds integer not null,
  at timestamptz not null,
  primary key (account_id, mode, endpoint_id, id)
);
create index webhook_attempts_by_time on webhook_attempts (at);
