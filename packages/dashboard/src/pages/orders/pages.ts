import { IconReceipt2 } from '@tabler/icons-react'
import type { PageDefinition } from '../../app/pages.ts'
import { texts } from '../../texts/index.ts'

const titles = texts.titles.orders

export const ordersPages: readonly PageDefinition[] = [
  {
    path: '/orders',
    title: titles.orders,
    load: () => import('./list.tsx'),
    scope: 'orders:read',
    nav: { group: 'main', icon: IconReceipt2, order: 2, key: 'o' },
  },
  {
    path: '/orders/new',
    title: titles.place,
    load: () => import('./place.tsx'),
    scope: 'orders:write',
  },
  {
    path: '/orders/$transactionId',
    title: titles.order,
    load: () => import('./order.tsx'),
    scope: 'orders:read',
  },
]
