import {
  IconArrowsExchange,
  IconBox,
  IconBuildingStore,
  IconHeartbeat,
  IconMailOff,
} from '@tabler/icons-react'
import type { PageDefinition } from '../../app/pages.ts'
import { texts } from '../../texts/index.ts'

const titles = texts.titles.operator

export const operatorPages: readonly PageDefinition[] = [
  {
    path: '/operator',
    title: titles.accounts,
    load: () => import('./accounts.tsx'),
    scope: 'operator:read',
    nav: { group: 'operator', icon: IconBuildingStore, order: 1 },
  },
  {
    path: '/operator/accounts/$accountId',
    title: titles.account,
    load: () => import('./account.tsx'),
    scope: 'operator:read',
  },
  {
    path: '/operator/catalog',
    title: titles.catalog,
    load: () => import('./catalog.tsx'),
    scope: 'operator:read',
    nav: { group: 'operator', icon: IconBox, order: 3 },
  },
  {
    path: '/operator/rates',
    title: titles.rates,
    load: () => import('./rates.tsx'),
    scope: 'operator:read',
    nav: { group: 'operator', icon: IconArrowsExchange, order: 4 },
  },
  {
    path: '/operator/health',
    title: titles.health,
    load: () => import('./health.tsx'),
    scope: 'operator:read',
    nav: { group: 'operator', icon: IconHeartbeat, order: 5 },
  },
  {
    path: '/operator/mails',
    title: titles.mails,
    load: () => import('./mails.tsx'),
    scope: 'operator:read',
    nav: { group: 'operator', icon: IconMailOff, order: 6 },
  },
]
