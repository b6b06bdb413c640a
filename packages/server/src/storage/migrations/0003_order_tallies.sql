-- Tallies: how reports know totals and find pages without reading every order.
--
-- All three tables are derived from `orders` and nothing else. A run is a stretch of consecutive
-- orders of one account and mode; an account's runs follow one another without a gap from its
-- first order on, and the orders after the last run are counted one by one.
--
-- Orders do not change yet. Whoever lets one change its status replaces the tallies of its run in
-- the same transaction, and makes sure that this and the making of runs wait for each other.

create table order_runs (
  account_id bigint not null,
  mode mode not null,
  -- From 0, without a gap.
  number integer not null,
  first_id bigint not null,
  last_id bigint not null,
  orders integer not null,
  -- The orders, ascending.
  ids bigint[] not null,
  -- For each of them a fingerprint of its recipient's address, or null for none. The whole is null
  -- when two addresses of the run have the same fingerprint, so that one always means one address.
  recipients integer[],
  primary key (account_id, mode, number)
);

-- Every product that an order of a run has, as it was called then.
create table ordered_products (
  account_id bigint not null,
  mode mode not null,
  key integer generated always as identity,
  product_id bigint not null,
  product_name text not null,
  brand_id integer not null,
  brand_name text not null,
  primary key (account_id, mode, key)
);

create table order_tallies (
  account_id bigint not null,
  mode mode not null,
  -- A key of ordered_products; 0 stands for all products together.
  product_key integer not null,
  run integer not null,
  status order_status not null,
  orders integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- The orders, ascending.
  ids bigint[] not null,
  -- With all that sums need, as a report may have to add up a tally per product and run.
  primary key (account_id, mode, product_key, run, status) include (orders, first_at, last_at)
);

-- Compressing ids takes longer than everything else about a run, and saves 3 % of what orders need.
alter table order_runs alter ids set storage external, alter recipients set storage external;
alter table order_tallies alter ids set storage external;
