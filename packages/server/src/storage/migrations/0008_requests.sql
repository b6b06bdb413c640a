-- What developers look after: the clients of their programs, and what those programs sent.

alter table clients
  -- Addresses and networks that the client may be used from; empty for everywhere.
  add column allowed_ips text[] not null default '{}',
  -- What it may do; `*` for everything, also for what comes later.
  add column scopes text[] not null default '{*}',
  -- The secret before the last rotation, which works until then.
  add column previous_secret_hash bytea,
  add column previous_secret_until timestamptz,
  add column last_used_at timestamptz,
  -- Who made it, as people know them; null for the command line.
  add column created_by text,
  add check ((previous_secret_hash is null) = (previous_secret_until is null));

-- Answered requests, for a week. Their ids begin with the time at which they came, so that they
-- are in the order of time. Secrets and codes are not in here: they were taken out before.
create table requests (
  account_id bigint not null,
  mode mode not null,
  id text collate "C" not null,
  at timestamptz not null,
  client_id text collate "C" not null,
  method text not null,
  -- The path of the endpoint, with names for its parameters; null when there was no endpoint.
  route text,
  path text not null,
  query text not null,
  status smallint not null,
  milliseconds real not null,
  error_code text,
  -- The order that it placed or asked for.
  order_id bigint,
  address text not null,
  user_agent text not null,
  headers json not null,
  -- The beginning of them; null when there was none, or none that could be read.
  request_body text,
  response_body text,
  primary key (account_id, mode, id)
);
-- Failures are looked for among many successes.
create index requests_failed on requests (account_id, mode, id) where status >= 400;
create index requests_by_order on requests (account_id, mode, order_id, id)
  where order_id is not null;
-- For deleting those that are old.
create index requests_by_age on requests (at);

-- How many requests were answered and not recorded, because there were too many at once.
create table request_omissions (
  account_id bigint not null,
  mode mode not null,
  minute timestamptz not null,
  successes bigint not null,
  failures bigint not null,
  primary key (account_id, mode, minute)
);
create index request_omissions_by_age on request_omissions (minute);
