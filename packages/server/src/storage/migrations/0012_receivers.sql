-- Test receivers: addresses at this server that keep what is sent to them, for a day.

create table webhook_receivers (
  account_id bigint not null references accounts (id),
  mode mode not null,
  id text collate "C" not null,
  -- The end of its address. In clear: whoever reads this table reads what it has received as well.
  token text collate "C" not null,
  -- What it answers, so that retries can be rehearsed.
  answer text not null check (answer in ('200', '500', '410', 'timeout')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (account_id, mode, id)
);
-- A request names the token only. Tokens are random, so one is enough to find its receiver.
create index webhook_receivers_by_token on webhook_receivers (token);
create index webhook_receivers_by_time on webhook_receivers (expires_at);

create sequence webhook_received_ids;

-- The last hundred requests of each receiver.
create table webhook_received (
  account_id bigint not null,
  mode mode not null,
  receiver_id text collate "C" not null,
  id bigint not null default nextval('webhook_received_ids'),
  headers json not null,
  body text not null,
  bytes integer not null,
  -- Whether its signature is that of an endpoint that points here, and of which one.
  signature text not null check (signature in ('verified', 'wrong', 'none')),
  endpoint_id text collate "C",
  answered text not null,
  at timestamptz not null,
  primary key (account_id, mode, receiver_id, id)
);

-- An endpoint is disabled for failing again and again, not for two failures long apart.
alter table webhook_endpoints
  -- Failures since `failing_since`, and the last of them.
  add column failures integer not null default 0,
  add column failed_at timestamptz;
update webhook_endpoints set failures = 1, failed_at = failing_since where failing_since is not null;
