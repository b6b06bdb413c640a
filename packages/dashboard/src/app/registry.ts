import { bulkPages } from '../pages/bulk/pages.ts'
import { developersPages } from '../pages/developers/pages.ts'
import { homePages } from '../pages/home/pages.ts'
import { operatorPages } from '../pages/operator/pages.ts'
import { ordersPages } from '../pages/orders/pages.ts'
import { pricingPages } from '../pages/pricing/pages.ts'
import { referencePages } from '../pages/reference/pages.ts'
import { settingsPages } from '../pages/settings/pages.ts'
import { walletPages } from '../pages/wallet/pages.ts'
import { webhooksPages } from '../pages/webhooks/pages.ts'
import type { NavGroup, PageDefinition } from './pages.ts'

/** Every page behind the sign-in. */
export const pages: readonly PageDefinition[] = [
  ...homePages,
  ...ordersPages,
  ...bulkPages,
  ...walletPages,
  ...pricingPages,
  ...developersPages,
  ...webhooksPages,
  ...referencePages,
  ...settingsPages,
  ...operatorPages,
]

export type NavPage = PageDefinition & { readonly nav: NonNullable<PageDefinition['nav']> }

export const navPages: readonly NavPage[] = pages
  .filter((page): page is NavPage => page.nav !== undefined)
  .toSorted((a, b) => a.nav.order - b.nav.order)

export const navPagesOf = (group: NavGroup): readonly NavPage[] =>
  navPages.filter(({ nav }) => nav.group === group)

export const isOperatorPage = ({ path }: Pick<PageDefinition, 'path'>): boolean =>
  path === '/operator' || path.startsWith('/operator/')
