import { IconHome } from '@tabler/icons-react'
import type { PageDefinition } from '../../app/pages.ts'
import { texts } from '../../texts/index.ts'

const titles = texts.titles.home

export const homePages: readonly PageDefinition[] = [
  {
    path: '/',
    title: titles.home,
    load: () => import('./home.tsx'),
    nav: { group: 'main', icon: IconHome, order: 1, key: 'h' },
  },
]
