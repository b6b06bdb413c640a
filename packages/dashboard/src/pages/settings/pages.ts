import {
  IconBuilding,
  IconHistory,
  IconKeyframes,
  IconShieldLock,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react'
import type { PageDefinition } from '../../app/pages.ts'
import { texts } from '../../texts/index.ts'

const titles = texts.titles.settings

export const settingsPages: readonly PageDefinition[] = [
  {
    path: '/settings/profile',
    title: titles.profile,
    load: () => import('./profile.tsx'),
    nav: { group: 'settings', icon: IconUserCircle, order: 1 },
  },
  {
    path: '/settings/security',
    title: titles.security,
    load: () => import('./security.tsx'),
    nav: { group: 'settings', icon: IconShieldLock, order: 2 },
  },
  {
    path: '/settings/account',
    title: titles.account,
    load: () => import('./account.tsx'),
    scope: 'account:read',
    nav: { group: 'settings', icon: IconBuilding, order: 3 },
  },
  {
    path: '/settings/team',
    title: titles.team,
    load: () => import('./team.tsx'),
    scope: 'members:read',
    nav: { group: 'settings', icon: IconUsers, order: 4, key: 't' },
  },
  {
    path: '/settings/access-tokens',
    title: titles.accessTokens,
    load: () => import('./access-tokens.tsx'),
    scope: 'tokens:read',
    nav: { group: 'settings', icon: IconKeyframes, order: 5 },
  },
  {
    path: '/settings/audit-log',
    title: titles.auditLog,
    load: () => import('./audit-log.tsx'),
    scope: 'audit:read',
    nav: { group: 'settings', icon: IconHistory, order: 6, key: 'a' },
  },
]
