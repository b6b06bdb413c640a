import { IconActivity, IconMail, IconWebhook } from '@tabler/icons-react'
import type { PageDefinition } from '../../app/pages.ts'
import { texts } from '../../texts/index.ts'

const titles = texts.titles.webhooks

export const webhooksPages: readonly PageDefinition[] = [
  {
    path: '/developers/webhooks',
    title: titles.endpoints,
    load: () => import('./endpoints.tsx'),
    scope: 'webhooks:read',
    nav: { group: 'developers', icon: IconWebhook, order: 3, key: 'k' },
  },
  {
    path: '/developers/webhooks/$endpointId',
    title: titles.endpoint,
    load: () => import('./endpoint.tsx'),
    scope: 'webhooks:read',
  },
  {
    path: '/developers/events',
    title: titles.events,
    load: () => import('./events.tsx'),
    scope: 'events:read',
    nav: { group: 'developers', icon: IconActivity, order: 4, key: 'e' },
  },
  {
    path: '/developers/messages',
    title: titles.inbox,
    load: () => import('./inbox.tsx'),
    scope: 'messages:read',
    nav: { group: 'developers', icon: IconMail, order: 5, key: 'm' },
  },
]
