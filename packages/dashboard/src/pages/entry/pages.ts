import type { PageDefinition } from '../../app/pages.ts'
import { texts } from '../../texts/index.ts'

const titles = texts.titles.entry

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
  { path: '/verify-email', title: titles.verifyEmail, load: () => import('./verify-email.tsx') },
  { path: '/invitation', title: titles.invitation, load: () => import('./invitation.tsx') },
  { path: '/open-account', title: titles.openAccount, load: () => import('./open-account.tsx') },
]
