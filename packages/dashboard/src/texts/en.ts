import { bulk } from './en/bulk.ts'
import { common } from './en/common.ts'
import { developers } from './en/developers.ts'
import { entry } from './en/entry.ts'
import { home } from './en/home.ts'
import { operator } from './en/operator.ts'
import { orders } from './en/orders.ts'
import { pricing } from './en/pricing.ts'
import { settings } from './en/settings.ts'
import { shell } from './en/shell.ts'
import { wallet } from './en/wallet.ts'
import { webhooks } from './en/webhooks.ts'

/** The whole catalogue; a translation is another object of this shape. */
export const en = {
  common,
  shell,
  entry,
  home,
  orders,
  bulk,
  wallet,
  pricing,
  developers,
  webhooks,
  settings,
  operator,
}
