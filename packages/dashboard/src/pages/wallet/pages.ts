import { IconCashBanknote, IconWallet } from '@tabler/icons-react'
import type { PageDefinition } from '../../app/pages.ts'
import { texts } from '../../texts/index.ts'

const titles = texts.titles.wallet

export const walletPages: readonly PageDefinition[] = [
  {
    path: '/wallet',
    title: titles.wallet,
    load: () => import('./wallet.tsx'),
    scope: 'wallet:read',
    nav: { group: 'main', icon: IconWallet, order: 4, key: 'w' },
  },
  {
    path: '/operator/funding-requests',
    title: titles.approvals,
    load: () => import('./approvals.tsx'),
    scope: 'operator:read',
    nav: { group: 'operator', icon: IconCashBanknote, order: 2 },
  },
]
