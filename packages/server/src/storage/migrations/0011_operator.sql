-- What operators decide: prices of single accounts, and whether the books were found in order.

-- What an account pays instead of what the catalogue says, in both of its modes, so that test
-- orders cost what live ones will. A column that is null leaves that part to the next wider row:
-- product, brand, everything, catalogue.
create table account_prices (
  account_id bigint not null references accounts (id),
  applies_to text not null check (applies_to in ('everything', 'brand', 'product')),
  -- The brand or the product; 0 for everything.
  target_id bigint not null,
  discount_percentage bigint check (discount_percentage between 0 and 100000000),
  sender_fee bigint check (sender_fee >= 0),
  sender_fee_currency text,
  sender_fee_percentage bigint check (sender_fee_percentage >= 0),
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (account_id, applies_to, target_id),
  check ((applies_to = 'everything') = (target_id = 0)),
  check ((sender_fee is null) = (sender_fee_currency is null)),
  check (num_nonnulls(discount_percentage, sender_fee, sender_fee_percentage) > 0)
);

-- Verifications of the ledger of all accounts, the newest of which operators are shown.
create table ledger_verifications (
  id bigint generated always as identity primary key,
  started_at timestamptz not null,
  -- Null while it runs, and for ever if its process died.
  finished_at timestamptz,
  wallets bigint,
  transfers bigint,
  orders bigint,
  -- Sentences that name accounts and transfers, never codes.
  discrepancies json,
  -- Why it failed to come to an end.
  error text,
  started_by text not null
);
