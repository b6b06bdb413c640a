-- The catalogue as a whole: fees in any currency, and what an imported row says
-- that the columns do not.

alter table products rename column sender_fee_usd to sender_fee;
alter table products
  add column sender_fee_currency text not null default 'USD',
  -- Texts, pictures and converted prices of the list that the product was imported
  -- from; null for a product that was made here.
  add column published jsonb;
alter table products alter column sender_fee_currency drop default;

-- A FIXED product may name its face values; the wire shows an empty object when it does not.
update products set metadata = '{}' where metadata is null and cardinality(denominations) > 0;
