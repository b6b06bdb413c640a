-- Bulk orders: files of rows that become orders, one each, once each.

create type bulk_order_state as enum ('draft', 'running', 'paused', 'completed', 'cancelled');

-- A row that is ready in a bulk order that was cancelled is cancelled with it.
create type bulk_row_state as enum ('ready', 'invalid', 'skipped', 'placed', 'failed');

create sequence bulk_order_ids;

create table bulk_orders (
  account_id bigint not null references accounts (id),
  mode mode not null,
  id bigint not null default nextval('bulk_order_ids'),
  name text not null,
  -- Rows are told apart from those of other files by their content and this.
  occasion text not null,
  state bulk_order_state not null,
  pause_reason text check (pause_reason in ('asked', 'insufficient_balance')),
  -- The account's currency: that of every amount below and of the rows.
  currency text not null,

  -- How many rows are in each state, changed in the transaction that changes the rows.
  ready integer not null,
  invalid integer not null,
  skipped integer not null,
  placed integer not null default 0,
  failed integer not null default 0,
  -- Rows that are the same as an earlier one of the file.
  duplicates integer not null,
  -- What the rows that are ready were to cost when the file was checked.
  cost_left bigint not null,
  spent bigint not null default 0,

  created_by text not null,
  created_at timestamptz not null,
  started_by text,
  started_at timestamptz,
  ended_at timestamptz,
  -- Since when it runs without a pause, and how many rows were settled then: how fast it is.
  resumed_at timestamptz,
  resumed_settled integer not null default 0,

  -- Who places its rows at the moment, and until when nobody else does. Whoever is killed leaves
  -- it behind, and the next one first looks up what became of the rows under way.
  lease_holder text,
  lease_until timestamptz,
  -- When somebody last began to place its rows: everybody has their turn.
  worked_at timestamptz,

  primary key (account_id, mode, id),
  check ((pause_reason is not null) = (state = 'paused')),
  check ((lease_holder is null) = (lease_until is null))
) with (fillfactor = 50);
create index bulk_orders_to_place on bulk_orders (worked_at)
  where state = 'running' or lease_until is not null;

create table bulk_rows (
  account_id bigint not null,
  mode mode not null,
  bulk_order_id bigint not null,
  -- As a spreadsheet numbers it: the head of the file is line 1.
  line integer not null,
  state bulk_row_state not null,
  -- What the file says, by our names of its columns.
  given json not null,
  -- The order's identifier; null for a row that cannot be read.
  identifier text,
  product_id bigint,
  product_name text,
  quantity integer,
  unit_price bigint,
  card_currency text,
  -- What it was to cost when the file was checked, and what it did cost.
  quoted bigint,
  cost bigint,
  -- What is wrong with it, or why it was not bought.
  problems json,
  -- The first line with the same content.
  duplicate_of integer,
  -- The order that it became, or that had its identifier before.
  order_id bigint,
  -- Of a row that was skipped: the bulk order that had bought it; null for an order of the API.
  bought_in bigint,
  primary key (account_id, mode, bulk_order_id, line)
) with (fillfactor = 70);
create index bulk_rows_by_state on bulk_rows (account_id, mode, bulk_order_id, state, line);
