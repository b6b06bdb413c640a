import { FIRST_BALANCE } from '../order.ts'

/**
 * What an order leaves behind, as OpenScrip stores it: the order, its five
 * ledger entries, its card, the new balance. Money in micro-units.
 */
export const SCHEMA = `
  create table wallet (
    id integer primary key,
    balance bigint not null check (balance >= 0)
  ) with (fillfactor = 10); -- leaves room so that new versions of the hot row stay on its page

  create table orders (
    id bigint generated always as identity primary key,
    wallet_id integer not null,
    custom_identifier text not null,
    product_id integer not null,
    country_code text not null,
    quantity integer not null,
    unit_price bigint not null,
    amount bigint not null,
    discount bigint not null,
    fee bigint not null,
    sms_fee bigint not null,
    sender_name text not null,
    recipient_email text,
    recipient_phone text,
    status text not null,
    created_at timestamptz not null default now(),
    unique (wallet_id, custom_identifier)
  );

  create table entry (
    order_id bigint not null,
    line smallint not null,
    book text not null,
    amount bigint not null,
    primary key (order_id, line)
  );

  create table card (
    order_id bigint not null,
    line smallint not null,
    number text not null,
    pin text not null,
    primary key (order_id, line)
  );

  insert into wallet values (1, ${FIRST_BALANCE} * 1000000::bigint);
`

/** Named, so that each connection plans them once. */
export const INSERT_ORDER = {
  name: 'insert_order',
  text: `insert into orders (wallet_id, custom_identifier, product_id, country_code, quantity,
           unit_price, amount, discount, fee, sms_fee, sender_name, recipient_email,
           recipient_phone, status)
         values (1, $1, $2, $3, $4, $5, 3139450000, 25650000, 285000000, 4450000, $6, $7, $8,
           'SUCCESSFUL')
         returning id, created_at`,
}

export const INSERT_ENTRIES = {
  name: 'insert_entries',
  text: `insert into entry (order_id, line, book, amount)
         values ($1, 1, 'wallet', -3139450000), ($1, 2, 'sales', 2850000000),
           ($1, 3, 'fees', 289450000), ($1, 4, 'discounts', -25650000), ($1, 5, 'wallet', 25650000)`,
}

export const INSERT_CARD = {
  name: 'insert_card',
  text: 'insert into card (order_id, line, number, pin) values ($1, 1, $2, $3)',
}

export const CHARGE_WALLET = {
  name: 'charge_wallet',
  text: `update wallet set balance = balance - $1 where id = 1 and balance >= $1
         returning balance`,
}

/**
 * All of the above as one statement, which commits by itself: a single round trip.
 * The wallet's check constraint refuses the whole when the balance does not cover it.
 */
export const PLACE_ORDER = {
  name: 'place_order',
  text: `with placed as (${INSERT_ORDER.text}),
         entries as (
           insert into entry (order_id, line, book, amount)
           select placed.id, line, book, amount
           from placed, (values (1::smallint, 'wallet', -3139450000::bigint), (2, 'sales', 2850000000),
             (3, 'fees', 289450000), (4, 'discounts', -25650000), (5, 'wallet', 25650000)
           ) lines (line, book, amount)
         ),
         cards as (insert into card select id, 1, $9, $10 from placed),
         charged as (
           update wallet set balance = balance - $11 where id = 1 returning balance
         )
         select placed.id, placed.created_at, charged.balance from placed, charged`,
}
