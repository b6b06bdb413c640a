-- Live mode that was disabled again: nothing is bought any more, and what was bought stays readable.

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
