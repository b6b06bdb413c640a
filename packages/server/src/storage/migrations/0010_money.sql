-- Statements, funding requests, and what an account spends in which quarter of an hour.

-- What is to be said of a transfer beyond its amounts. Beside it, so that the transfers of orders
-- stay as narrow as they are.
create table transfer_notes (
  account_id bigint not null,
  mode mode not null,
  transfer_id bigint not null,
  note text,
  -- What its bank transfer was to name.
  reference text,
  -- Who posted it, as records name an actor, and as people know them.
  posted_by text not null,
  posted_by_name text not null,
  primary key (account_id, mode, transfer_id)
);
create trigger transfer_notes_append_only before update or delete or truncate on transfer_notes
  for each statement execute function refuse_change();

-- Money that came in, among a million orders. Orders are not in it and do not wait for it.
create index transfers_of_funding on transfers (account_id, mode, id) where kind = 'funding';

create type funding_state as enum ('pending', 'approved', 'declined', 'cancelled');
create sequence funding_request_ids;

create table funding_requests (
  account_id bigint not null references accounts (id),
  mode mode not null,
  id bigint not null default nextval('funding_request_ids'),
  state funding_state not null default 'pending',
  amount bigint not null check (amount > 0),
  currency text not null,
  note text,
  -- ISO 11649: banks find most typing errors in it.
  reference text not null,
  requested_by text not null,
  requested_by_name text not null,
  created_at timestamptz not null,
  decided_by text,
  decided_by_name text,
  decided_at timestamptz,
  reason text,
  -- What had arrived, which is what the transfer put into the wallet.
  funded bigint check (funded > 0),
  transfer_id bigint,
  primary key (account_id, mode, id),
  check ((state = 'pending') = (decided_at is null)),
  check ((state = 'approved') = (funded is not null)),
  check ((state = 'approved') = (transfer_id is not null))
);
-- The operator's queue goes over all accounts.
create index funding_requests_by_state on funding_requests (state, id);

-- Sums of transfers, derived from them and nothing else: what a wallet's orders took from it and
-- what was put in, by the quarter of an hour. Days of every time zone are made of quarters.
create table wallet_tallies (
  account_id bigint not null,
  mode mode not null,
  quarter timestamptz not null,
  orders bigint not null,
  spent bigint not null,
  funded bigint not null,
  primary key (account_id, mode, quarter)
);

-- Transfers up to this one are in the tallies. Those of a wallet commit in the order of their ids,
-- because ids are taken while the wallet is locked: none appears behind.
create table wallet_tally_positions (
  account_id bigint not null,
  mode mode not null,
  last_transfer_id bigint not null,
  primary key (account_id, mode)
);

-- What needs somebody. Most orders and messages are in neither, and do not wait for them.
create index orders_in_trouble on orders (account_id, mode, status, id)
  where status in ('PENDING', 'PROCESSING', 'FAILED');
create index messages_in_trouble on messages (account_id, mode, state, id)
  where state in ('queued', 'sending', 'failed', 'bounced');

-- When an account first did what nothing else keeps for ever.
create table first_steps (
  account_id bigint not null,
  mode mode not null,
  step text not null check (step in ('catalogue')),
  at timestamptz not null,
  primary key (account_id, mode, step)
);
