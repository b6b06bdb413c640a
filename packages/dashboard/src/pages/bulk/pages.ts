import { IconStack2 } from '@tabler/icons-react'
import type { PageDefinition } from '../../app/pages.ts'
import { texts } from '../../texts/index.ts'

const titles = texts.titles.bulk

export const bulkPages: readonly PageDefinition[] = [
  {
    path: '/bulk-orders',
    title: titles.list,
    load: () => import('./list.tsx'),
    scope: 'bulk:read',
    nav: { group: 'main', icon: IconStack2, order: 3, key: 'b' },
  },
  {
    path: '/bulk-orders/new',
    title: titles.create,
    load: () => import('./create.tsx'),
    scope: 'bulk:write',
  },
  {
    path: '/bulk-orders/$bulkOrderId',
    title: titles.detail,
    load: () => import('./detail.tsx'),
    scope: 'bulk:read',
  },
]
