import type { Logger } from 'pino'
import {
  type AccessTokens,
  type Audit,
  createAudit,
  createMembers,
  type Members,
  type Person,
  type PersonRequest,
} from '../accounts/index.ts'
import {
  createIdentity,
  createManagers,
  type Identity,
  invitationMail,
  type Managers,
  type PeopleMail,
  peopleStore,
  type SignInLink,
  type UnsentMail,
} from '../auth/index.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import type { Ids } from '../core/ids.ts'
import type { Mailer } from '../delivery/index.ts'
import type { Database, Tx } from '../storage/database.ts'
import type { Keyring } from '../storage/keyring.ts'

/** Everything about the people who use the dashboard. */
export interface People {
  readonly audit: Audit
  readonly members: Members
  readonly identity: Identity
  readonly managers: Managers
  hasPassword(person: Person): Promise<boolean>
  setFirstPassword(from: PersonRequest, person: Person, password: string): Promise<boolean>
  /**
   * Makes a link that signs an operator in once, within a day; the person is made if need be.
   *
   * @returns undefined when the person has a password to sign in with
   */
  createSignInLink(tx: Tx, person: { name: string; email: string }): Promise<SignInLink | undefined>
  setOperator(email: string, isOperator: boolean): Promise<boolean>
  /** Whether the person has confirmed the address; undefined when nobody has it. */
  isConfirmed(email: string): Promise<boolean | undefined>
  listOperators(): Promise<readonly { email: string; name: string }[]>
  /** Forgets ended sessions, used links and old counts, a day after they had their time. */
  deleteOld(): Promise<void>
  /** Of the last day. */
  listUnsentMails(): Promise<readonly UnsentMail[]>
}

export interface PeopleDependencies {
  readonly config: Config
  readonly database: Database
  readonly keyring: Keyring
  readonly ids: Ids
  readonly clock: Clock
  readonly log: Logger
  readonly accessTokens: AccessTokens
  ownUrl(): string
  /** The mail relay; undefined when none is set up. */
  mailer(): Mailer | undefined
}

const DAY_MS = 24 * 3_600_000

export function createPeople(deps: PeopleDependencies): People {
  const { config, database, ids, clock, accessTokens, ownUrl } = deps
  const audit = createAudit(database, clock)
  const send = createSender(deps)
  const members = createMembers({
    database,
    ids,
    clock,
    sendInvitation: ({ email: to, ...invitation }) =>
      send(invitationMail({ ...invitation, to, url: ownUrl() })),
  })
  const identity = createIdentity({
    ...{ database, keyring: deps.keyring, ids, clock, ownUrl, send },
    onError: (message, ...details) => deps.log.error({ details }, message),
    maySignUp: async (email) => config.signUp === 'open' || members.isInvited(email),
    async onPersonEvent({ person, action, address, userAgent }) {
      const actor = { kind: 'user', id: person.id, name: person.email } as const
      const memberships = await members.membershipsOf(person.id)
      const write = {
        actor,
        action,
        mode: null,
        target: person.id,
        request: {},
        address,
        userAgent,
      }
      for (const { accountId } of memberships) {
        await audit.record({ ...write, accountId }, { status: 200 })
      }
    },
  })
  return {
    audit,
    members,
    identity,
    managers: createManagers({ accessTokens, identity, members, ownUrl }),
    hasPassword: ({ id }) => peopleStore.hasPassword(database, id),
    setFirstPassword: identity.setFirstPassword,
    async createSignInLink(tx, person) {
      const link = await identity.createSignInLink(tx, person)
      if (await peopleStore.hasPassword(tx, link.userId)) return undefined
      await peopleStore.setOperator(tx, person.email, true)
      return link
    },
    isConfirmed: (email) => peopleStore.isConfirmed(database, email),
    setOperator: (email, isOperator) => peopleStore.setOperator(database, email, isOperator),
    listOperators: () => peopleStore.listOperators(database),
    deleteOld: () => peopleStore.deleteOld(database, new Date(clock.now().getTime() - DAY_MS)),
    listUnsentMails: () =>
      peopleStore.listUnsentMails(database, new Date(clock.now().getTime() - DAY_MS)),
  }
}

/** Sends mail to people. What no relay takes is kept for operators to read, for a day. */
function createSender({ database, ids, clock, log, mailer }: PeopleDependencies) {
  return async ({ to, subject, body }: PeopleMail): Promise<void> => {
    const outcome = await mailer()?.send({
      to,
      name: `people-${ids.alphanumeric(24)}`,
      locale: 'en',
      content: { subject, text: body, html: null, images: [] },
    })
    if (outcome?.type === 'accepted') return
    if (outcome !== undefined)
      log.warn({ outcome: outcome.type }, 'a mail to a person was not taken')
    const at = clock.now()
    const keepAfter = new Date(at.getTime() - DAY_MS)
    await peopleStore.insertUnsentMail(database, { recipient: to, subject, body, at, keepAfter })
  }
}
