-- What the page of an order shows is found from the order, and lists find phones.

-- Why somebody looked at cards, in their words; null where a client, a message or a link did.
alter table card_reveals add column reason text;

-- Events tell of orders in the order of their ids, so a few bytes for each 16 pages find those of
-- one order.
create index events_by_order on events
  using brin (order_id) with (pages_per_range = 16, autosummarize = on);

-- What was sent of an event, to each endpoint.
create index webhook_attempts_by_event
  on webhook_attempts (account_id, mode, endpoint_id, sequence, id) where sequence is not null;

-- As `recipients` is for addresses: for each order of a run a fingerprint of its phone.
alter table order_runs add column phones integer[];
alter table order_runs alter phones set storage external;
update order_runs
   set phones = (
     select case when count(distinct recipient_phone) = count(distinct fingerprint)
                 then array_agg(fingerprint order by id) end
       from (select id, recipient_phone,
                    ('x' || left(md5(recipient_phone), 8))::bit(32)::integer as fingerprint
               from orders
              where orders.account_id = order_runs.account_id and orders.mode = order_runs.mode
                and orders.id between order_runs.first_id and order_runs.last_id) as sent);
