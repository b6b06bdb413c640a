-- Live mode that was disabled again: nothing is bought any more, and what was bought stays readable.
-- Of drafts that were cancelled there are no rows.

alter table accounts
  -- Since when it may not use live mode any more; null for whoever may, and whoever never might.
  add column live_disabled_at timestamptz;
update accounts a set live_disabled_at = now()
 where live_enabled_at is null
   and exists (select from wallets w where w.account_id = a.id and w.mode = 'live');

alter table bulk_orders
  drop constraint bulk_orders_pause_reason_check,
  add constraint bulk_orders_pause_reason_check
    check (pause_reason in ('asked', 'insufficient_balance', 'live_disabled'));

-- A draft that is cancelled keeps nothing of its file.
delete from bulk_rows r
 using bulk_orders o
 where o.state = 'cancelled' and o.started_at is null
   and r.account_id = o.account_id and r.mode = o.mode and r.bulk_order_id = o.id;
