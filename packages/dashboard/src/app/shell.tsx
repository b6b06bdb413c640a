import { Burger } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowLeft } from '@tabler/icons-react'
import { Link, Outlet, useLocation, useMatches } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { EmptyState } from '../components/empty-state.tsx'
import { Logo } from '../components/logo.tsx'
import { texts } from '../texts/index.ts'
import { Command } from './command.tsx'
import { LiveDisabled, LiveLocked } from './live-locked.tsx'
import { lastMode, type Mode, rememberMode, useMode } from './mode.ts'
import { ModeSwitch } from './mode-switch.tsx'
import type { NavGroup, PageDefinition } from './pages.ts'
import { type NavPage, navPagesOf } from './registry.ts'
import { mayIn, showsLive, useSession } from './session.ts'
import styles from './shell.module.css'
import { PagePending } from './states.tsx'
import { TimeZoneDialog } from './time-zone-dialog.tsx'
import { useTitle } from './title.ts'
import { UserMenu } from './user-menu.tsx'
import { VerifyMailBanner } from './verify-mail.tsx'

/** What stands around the pages of an account. */
export function AccountShell() {
  const mode = useMode()
  const { scopes } = useSession()
  useEffect(() => rememberMode(mode), [mode])
  const sees = ({ scope }: NavPage) => scope === undefined || mayIn(scopes[mode], scope)
  return (
    <Shell
      look={mode}
      groups={['main', 'sell', 'developers', 'settings']}
      sees={sees}
      base={`/${mode}`}
    >
      <ModeSwitch />
    </Shell>
  )
}

/** What stands around the operator's pages: another colour, no mode. */
export function OperatorShell() {
  const { scopes } = useSession()
  const sees = ({ scope }: NavPage) => scope === undefined || scopes.test.includes(scope)
  return (
    <Shell look="operator" groups={['operator']} sees={sees} base="">
      <Link to={`/${lastMode()}` as never} className={styles.link}>
        <IconArrowLeft size={17} stroke={1.7} aria-hidden />
        {texts.shell.backToAccount}
      </Link>
    </Shell>
  )
}

interface ShellProps {
  readonly look: Mode | 'operator'
  readonly groups: readonly NavGroup[]
  readonly sees: (page: NavPage) => boolean
  /** What stands before a page's path in its address. */
  readonly base: string
  readonly children?: ReactNode
}

function Shell({ look, groups, sees, base, children }: ShellProps) {
  const [isOpen, setOpen] = useState(false)
  const [isChoosingZone, zone] = useDisclosure(false)
  const { pathname } = useLocation()
  const content = useRef<HTMLElement>(null)
  const nav = useRef<HTMLElement>(null)
  const page = usePage()
  useTitle(look, page?.title ?? texts.shell.product)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page closes the menu and is seen in it
  useEffect(() => {
    setOpen(false)
    if (nav.current !== null) showActive(nav.current)
  }, [pathname])
  return (
    <div className={styles.shell} data-look={look}>
      <button type="button" className={styles.skip} onClick={() => content.current?.focus()}>
        {texts.shell.skip}
      </button>
      <div className={styles.band} data-mode={look}>
        <span className={styles.word}>{texts.shell.words[look]}</span>
        <span>{texts.shell.bands[look]}</span>
      </div>
      <aside className={styles.side} data-open={isOpen} id="menu">
        <Link to={(base || '/') as never}>
          <Logo />
        </Link>
        {children}
        <nav className={styles.nav} aria-label={texts.shell.navigation} ref={nav}>
          {groups.map((group) => (
            <NavSection
              key={group}
              group={group}
              pages={navPagesOf(group).filter(sees)}
              base={base}
            />
          ))}
        </nav>
        <UserMenu isOperator={look === 'operator'} onTimeZone={zone.open} />
      </aside>
      <button
        type="button"
        className={styles.veil}
        data-open={isOpen}
        aria-label={texts.shell.closeMenu}
        onClick={() => setOpen(false)}
      />
      <div className={styles.main}>
        <header className={styles.top}>
          <MenuButton isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
          <Command onTimeZone={zone.open} />
        </header>
        <main className={styles.content} id="content" ref={content} tabIndex={-1}>
          <VerifyMailBanner />
          {look === 'live' && <LiveDisabled />}
          <Suspense fallback={<PagePending />}>
            <Allowed page={page} look={look}>
              <Outlet />
            </Allowed>
          </Suspense>
        </main>
      </div>
      <TimeZoneDialog isOpen={isChoosingZone} onClose={zone.close} />
    </div>
  )
}

interface MenuButtonProps {
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** Opens the pages on a phone. */
function MenuButton({ isOpen, onToggle }: MenuButtonProps) {
  return (
    <div className={styles.burger}>
      <Burger
        opened={isOpen}
        size="sm"
        aria-controls="menu"
        aria-expanded={isOpen}
        aria-label={isOpen ? texts.shell.closeMenu : texts.shell.openMenu}
        onClick={onToggle}
      />
    </div>
  )
}

/** Not by `scrollIntoView`, which also moves where the next Tab goes. */
function showActive(nav: HTMLElement): void {
  const link = nav.querySelector('[data-status="active"]')?.getBoundingClientRect()
  if (link === undefined) return
  const { top, bottom } = nav.getBoundingClientRect()
  const hidden = Math.max(link.bottom - bottom, 0) || Math.min(link.top - top, 0)
  if (hidden !== 0) nav.scrollTop += hidden + Math.sign(hidden) * link.height
}

/** The definition of the page that is shown. */
function usePage(): PageDefinition | undefined {
  return useMatches().at(-1)?.staticData.page
}

interface NavSectionProps {
  readonly group: NavGroup
  readonly pages: readonly NavPage[]
  readonly base: string
}

function NavSection({ group, pages, base }: NavSectionProps) {
  const { pathname } = useLocation()
  if (pages.length === 0) return null
  const title = texts.shell.groups[group]
  const isInAccount = pathname.startsWith('/operator/accounts/')
  return (
    <>
      {title !== '' && group !== 'operator' && <div className={styles.group}>{title}</div>}
      {pages.map(({ path, title: label, nav: { icon: Icon } }) => (
        <Link
          key={path}
          to={(path === '/' ? base : `${base}${path}`) as never}
          className={styles.link}
          // The console begins with the list of accounts.
          data-holds={path === '/operator' && isInAccount}
          activeOptions={{ exact: path === '/' || path === '/operator', includeSearch: false }}
        >
          <Icon size={17} stroke={1.7} aria-hidden />
          {label}
        </Link>
      ))}
    </>
  )
}

interface AllowedProps {
  readonly page: PageDefinition | undefined
  readonly look: ShellProps['look']
  readonly children: ReactNode
}

/** Shows a page to whoever may see it, and says what is missing to anybody else. */
function Allowed({ page, look, children }: AllowedProps) {
  const { scopes, role, account } = useSession()
  if (look === 'live' && !showsLive(account)) return <LiveLocked />
  const scope = page?.scope
  const granted = look === 'operator' ? scopes.test : scopes[look]
  if (scope === undefined || mayIn(granted, scope)) return children
  const text =
    look === 'operator'
      ? texts.shell.operatorOnly
      : texts.shell.noScope(scope, role ?? texts.common.none)
  return <EmptyState level={1} title={texts.shell.noScopeTitle} text={text} />
}
