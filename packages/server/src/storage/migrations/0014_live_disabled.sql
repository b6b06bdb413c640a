-- Live mode that was disabled again: nothing is bought any more, and what was bought stays readable.
-- Of drafts that were cancelled there are no rows.

alter table accounts
  -- Since when it may not use live mode any more; null for whoever may, and whoever never might.
  add column live_disabled_at timestamptz;
-- Who has a live wallet either could use it all along, as its credentials come from the command
-- line, and may go on, or was stopped by an operator.
update accounts a
   set live_enabled_at = case when is_used then now() end,
       live_disabled_at = case when not is_used then now() end
  from (
    select w.account_id as id,
           exists (select from clients c
                    where c.account_id = w.account_id and c.mode = 'live' and c.revoked_at is null)
           and not exists (select from audit_log l
                            where l.account_id = w.account_id and l.action = 'disableLive')
             as is_used
      from wallets w
     where w.mode = 'live') as live
 where a.id = live.id and a.live_enabled_at is null;

alter table bulk_orders
  drop constraint bulk_orders_pause_reason_check,
  add constraint bulk_orders_pause_reason_check
    check (pause_reason in ('asked', 'insufficient_balance', 'live_disabled'));

-- A draft that is cancelled keeps nothing of its file.
delete from bulk_rows r
 using bulk_orders o
 where o.state = 'cancelled' and o.started_at is null
   and r.account_id = o.account_id and r.mode = o.mode and r.bulk_order_id = o.id;
