import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  includesScope,
  type Mode,
  modes,
  type Role,
  roles,
  type Scope,
  scopesOf,
} from '../src/accounts/index.ts'
import { listRoutes, type Services } from '../src/routes.ts'
import {
  createTestApp,
  manage,
  manager,
  openMember,
  type TestAccount,
  type TestApp,
  type TestPerson,
} from './harness.ts'

// The table is made from the routes themselves: a new one is in it from its first day.
const routes = listRoutes({} as Services).filter(({ access }) => access === 'manage')

/** Routes whose things have no mode: the same for test and live. */
const hasMode = ({ query = {}, body }: (typeof routes)[number]) =>
  'mode' in query || 'mode' in ((body as { properties?: object } | undefined)?.properties ?? {})

/** What a route is called with: each mode, or nothing where there is none. */
const modesOf = (route: (typeof routes)[number]) => (hasMode(route) ? modes : [undefined])

let app: TestApp
let own: TestAccount
let foreign: TestAccount
const people = new Map<Role | 'operator', TestPerson>()

beforeAll(async () => {
  app = await createTestApp()
  own = await app.openAccount()
  foreign = await app.openAccount()
  for (const role of roles) people.set(role, await openMember(app, own, role))
  const operator = await openMember(app, own, 'support')
  await app.people.setOperator(operator.email, true)
  people.set('operator', operator)
})

afterAll(() => app.close())

/** Calls a route about things that nobody has: whoever may call is told so, in whichever words. */
async function call(
  { method, path }: (typeof routes)[number],
  role: Role | 'operator',
  account: TestAccount,
  mode: Mode | undefined,
) {
  const { headers } = people.get(role) ?? { headers: {} }
  const address = path
    .replace('/manage/v1', '')
    .replace(/:\w*[sS]equence|:transactionId|:accountId/g, '999999999')
    .replace(/:\w+/g, 'nothing')
  const query = mode === undefined ? '' : `?mode=${mode}`
  const named = { ...headers, 'scrip-account': String(account.accountId) }
  // An empty body: whoever may call is refused for it, and nothing is ever changed.
  const body = method === 'GET' || method === 'DELETE' ? undefined : { mode }
  const response = await manage(
    app,
    { headers: named },
    `${method as 'GET'} ${address}${query}`,
    body,
  )
  return { status: response.statusCode, body: response.body }
}

function mayCall(
  role: Role | 'operator',
  { scope, alsoNeeds }: (typeof routes)[number],
  mode: Mode,
): boolean {
  const granted = role === 'operator' ? scopesOf('support', mode) : scopesOf(role, mode)
  if (scope?.startsWith('operator:')) return role === 'operator'
  return [scope, alsoNeeds].every(
    (one) => one === undefined || includesScope(granted, one as Scope),
  )
}

test('every route of the Management API names a scope', () => {
  expect(routes.length).toBeGreaterThan(40)
  expect(routes.filter(({ scope }) => scope === undefined || scope === '*')).toEqual([])
})

test('whoever lacks one of two scopes that a route needs is refused', async () => {
  const both = routes.filter(({ alsoNeeds }) => alsoNeeds !== undefined)
  expect(both.map(({ operationId }) => operationId)).toEqual(['correctMessage'])
  for (const route of both) {
    for (const needed of [route.scope, route.alsoNeeds] as Scope[]) {
      const { headers } = await manager(app, own, [needed])
      const { statusCode, body } = await app.http.inject({
        method: route.method,
        url: route.path.replace(/:\w+/g, 'nothing'),
        headers,
        payload: {},
      })
      expect(statusCode, body).toBe(403)
      expect(body).toContain('INSUFFICIENT_SCOPE')
    }
  }
})

const callers = [...roles, 'operator'] as const

describe.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_name, route) => {
    test.each(callers)('in the own account as %s', async (role) => {
      for (const mode of modesOf(route)) {
        const { status, body } = await call(route, role, own, mode)
        const mayEver = modes.some((each) => mayCall(role, route, each))
        const isAllowed = mode === undefined ? mayEver : mayCall(role, route, mode)
        const isRefused = status === 403 && body.includes('INSUFFICIENT_SCOPE')
        // A wrong body is refused before it is known in which mode it was meant.
        const isUnread = status === 400 && mayEver
        if (isAllowed) expect(isRefused, body).toBe(false)
        else expect(isRefused || isUnread, `${mode}: ${status} ${body}`).toBe(true)
        expect(status).not.toBe(401)
        expect(status).toBeLessThan(500)
      }
    })

    test.each(callers)('in an account of others as %s', async (role) => {
      for (const mode of modesOf(route)) {
        const { status, body } = await call(route, role, foreign, mode)
        expect(status, body).toBe(404)
        expect(body).toContain('ACCOUNT_NOT_FOUND')
      }
    })

    test('for nobody', async () => {
      const { statusCode } = await app.http.inject({
        method: route.method,
        url: route.path.replace(/:\w+/g, '1'),
      })
      expect(statusCode).toBe(401)
    })
  },
)
