import type { PageDefinition } from '../../app/pages.ts'
import { texts } from '../../texts/index.ts'

const { pages: titles } = texts.entry

/** The pages in front of the account: nothing stands around them. */
export const entryPages: readonly PageDefinition[] = [
  { path: '/sign-in', title: titles.signIn, load: () => import('./sign-in.tsx') },
  { path: '/sign-up', title: titles.signUp, load: () => import('./sign-up.tsx') },
  {
    path: '/forgot-password',
    title: titles.forgotPassword,
    load: () => import('./forgot-password.tsx'),
  },
  {
    path: '/reset-password',
    title: titles.resetPassword,
    load: () => import('./reset-password.tsx'),
  },
  {
    path: '/accept-invitation',
    title: titles.acceptInvitation,
    load: () => import('./accept-invitation.tsx'),
  },
  { path: '/open-account', title: titles.openAccount, load: () => import('./open-account.tsx') },
  { path: '/link', title: titles.link, load: () => import('./link.tsx') },
]
