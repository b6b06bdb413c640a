import { IconGiftCard } from '@tabler/icons-react'
import type { PageDefinition } from '../../app/pages.ts'
import { texts } from '../../texts/index.ts'

const titles = texts.titles.pricing

export const pricingPages: readonly PageDefinition[] = [
  {
    path: '/pricing/gift-cards',
    title: titles.catalog,
    load: () => import('./catalog.tsx'),
    scope: 'catalog:read',
    nav: { group: 'sell', icon: IconGiftCard, order: 1, key: 'p' },
  },
  {
    path: '/pricing/gift-cards/$productId',
    title: titles.product,
    load: () => import('./product.tsx'),
    scope: 'catalog:read',
  },
]
