import { IconKey, IconListDetails } from '@tabler/icons-react'
import type { PageDefinition } from '../../app/pages.ts'
import { texts } from '../../texts/index.ts'

const titles = texts.titles.developers

export const developersPages: readonly PageDefinition[] = [
  {
    path: '/developers/api-settings',
    title: titles.clients,
    load: () => import('./clients.tsx'),
    scope: 'clients:read',
    nav: { group: 'developers', icon: IconKey, order: 1, key: 'd' },
  },
  {
    path: '/developers/requests',
    title: titles.requests,
    load: () => import('./requests.tsx'),
    scope: 'requests:read',
    nav: { group: 'developers', icon: IconListDetails, order: 2, key: 'r' },
  },
]
