import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { entryPages } from '../pages/entry/pages.ts'
import { queryClient } from './api.ts'
import { lastMode } from './mode.ts'
import type { PageDefinition } from './pages.ts'
import { isOperatorPage, pages } from './registry.ts'
import { sessionQuery } from './session.ts'
import { AccountShell, OperatorShell } from './shell.tsx'
import { PageFailed, PageMissing, PagePending } from './states.tsx'
import { parseSearch, stringifySearch } from './url-state.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: PageMissing })

const index = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: `/${lastMode()}` as never })
  },
})

/** Whoever is not signed in goes there first and comes back. */
async function requireSession({ location }: { readonly location: { readonly href: string } }) {
  const session = await queryClient.ensureQueryData(sessionQuery)
  if (session === null)
    throw redirect({ to: '/sign-in' as never, search: { next: location.href } as never })
  return { session }
}

const account = createRoute({
  getParentRoute: () => root,
  path: '$mode',
  component: AccountShell,
  params: {
    parse: ({ mode }: { readonly mode: string }) => {
      if (mode !== 'test' && mode !== 'live') return false
      return { mode }
    },
  },
  beforeLoad: async (context) => {
    const { session } = await requireSession(context)
    if (session.account === null) throw redirect({ to: '/open-account' as never })
  },
})

const operator = createRoute({
  getParentRoute: () => root,
  path: 'operator',
  component: OperatorShell,
  beforeLoad: requireSession,
})

const routeOf = (page: PageDefinition) =>
  createRoute({
    getParentRoute: (): never => (isOperatorPage(page) ? operator : account) as never,
    path: isOperatorPage(page) ? page.path.slice('/operator'.length) || '/' : page.path,
    component: lazyRouteComponent(page.load),
    staticData: { page },
  })

const entry = entryPages.map((page) =>
  createRoute({
    getParentRoute: () => root,
    path: page.path,
    component: lazyRouteComponent(page.load),
    staticData: { page },
  }),
)

account.addChildren(pages.filter((page) => !isOperatorPage(page)).map(routeOf) as never)
operator.addChildren(pages.filter(isOperatorPage).map(routeOf) as never)

// Pages are data, so the tree has no types of its own; `PageLink` and `usePath` make addresses.
const tree = root.addChildren([index, account, operator, ...entry] as never) as unknown as AnyRoute

export const router = createRouter({
  routeTree: tree,
  basepath: '/dashboard',
  defaultPreload: 'intent',
  defaultPendingMs: 200,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: PageMissing,
  scrollRestoration: true,
  parseSearch,
  stringifySearch,
})

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    readonly page?: PageDefinition
  }
}
