import { IconBook2 } from '@tabler/icons-react'
import type { PageDefinition } from '../../app/pages.ts'
import { texts } from '../../texts/index.ts'

export const referencePages: readonly PageDefinition[] = [
  {
    path: '/developers/reference',
    title: texts.titles.reference.reference,
    load: () => import('./reference.tsx'),
    nav: { group: 'developers', icon: IconBook2, order: 6 },
  },
]
