import '@mantine/spotlight/styles.css'
import { Kbd, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { createSpotlight, Spotlight } from '@mantine/spotlight'
import {
  type Icon,
  IconClock,
  IconGiftCard,
  IconKeyboard,
  IconLogout,
  IconReceipt2,
  IconSearch,
  IconSunMoon,
  IconSwitchHorizontal,
} from '@tabler/icons-react'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { texts } from '../texts/index.ts'
import { useCall } from './api.ts'
import { signOut } from './auth.ts'
import { useMode } from './mode.ts'
import styles from './palette.module.css'
import { isOperatorPage, navPages } from './registry.ts'
import { mayIn, showsLive, useSession } from './session.ts'

const words = texts.shell.palette

interface Action {
  readonly key: string
  readonly label: string
  readonly icon: Icon
  readonly hint?: string
  readonly keys?: string
  readonly run: () => void
}

export interface PaletteProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onHelp: () => void
  readonly onTimeZone: () => void
}

const [store, spotlight] = createSpotlight()

/** Everything by name: pages, actions, orders by any id, products. */
export default function Palette({ isOpen, onClose, onHelp, onTimeZone }: PaletteProps) {
  const [query, setQuery] = useState('')
  useEffect(() => {
    if (isOpen) spotlight.open()
    else spotlight.close()
  }, [isOpen])
  const text = query.trim()
  const groups = [
    { label: words.orders, actions: useOrderActions(text) },
    { label: words.pages, actions: usePageActions().filter(matches(text)) },
    { label: words.actions, actions: useActions(onHelp, onTimeZone).filter(matches(text)) },
    { label: words.products, actions: useProductActions(text) },
  ]
  const isEmpty = groups.every(({ actions }) => actions.length === 0)
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={onClose}
      shortcut={null}
      centered={false}
      yOffset="14vh"
      radius="lg"
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      classNames={{ actionsGroup: styles.group ?? '' }}
      scrollable
      maxHeight={420}
    >
      <Spotlight.Search
        placeholder={words.placeholder}
        aria-label={words.placeholder}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {groups.map(
          ({ label, actions }) =>
            actions.length > 0 && (
              <Spotlight.ActionsGroup key={label} label={label}>
                {actions.map(({ key, label: name, hint, icon: Icon, keys, run }) => (
                  <Spotlight.Action
                    key={key}
                    label={name}
                    {...(hint !== undefined && { description: hint })}
                    leftSection={<Icon size={18} stroke={1.6} aria-hidden />}
                    rightSection={keys !== undefined && <Kbd size="xs">{keys}</Kbd>}
                    onClick={run}
                  />
                ))}
              </Spotlight.ActionsGroup>
            ),
        )}
        {isEmpty && <Spotlight.Empty>{words.nothing}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}

/** Every word that was typed begins a word of the label. */
function matches(text: string): (action: Action) => boolean {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
  return ({ label }) => {
    const own = label.toLowerCase().split(/\s+/)
    return wanted.every((word) => own.some((each) => each.startsWith(word)))
  }
}

function useGo(): (to: string) => void {
  const navigate = useNavigate()
  return (to) => void navigate({ to: to as never })
}

function usePageActions(): readonly Action[] {
  const mode = useMode()
  const { scopes } = useSession()
  const go = useGo()
  return navPages
    .filter(({ scope }) => scope === undefined || mayIn(scopes[mode], scope))
    .map((page) => ({
      key: page.path,
      label: isOperatorPage(page) ? `${texts.shell.groups.operator}: ${page.title}` : page.title,
      icon: page.nav.icon,
      ...(page.nav.key !== undefined && { keys: `g ${page.nav.key}` }),
      run: () =>
        go(isOperatorPage(page) ? page.path : `/${mode}${page.path === '/' ? '' : page.path}`),
    }))
}

function useActions(onHelp: () => void, onTimeZone: () => void): readonly Action[] {
  const mode = useMode()
  const { scopes, account, user } = useSession()
  const { pathname } = useLocation()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const go = useGo()
  const other = mode === 'test' ? 'live' : 'test'
  const isOpen = mode === 'test' || account?.isLiveEnabled === true
  const mayPlace = isOpen && mayIn(scopes[mode], 'orders:write')
  const maySwitch = /^\/(test|live)/.test(pathname) && (other === 'test' || showsLive(account))
  const all: readonly (Action | false | undefined)[] = [
    mayPlace && {
      key: 'order',
      label: words.placeOrder,
      icon: IconReceipt2,
      run: () => go(`/${mode}/orders/new`),
    },
    maySwitch && {
      key: 'mode',
      label: words.switchTo(texts.shell.modes[other]),
      icon: IconSwitchHorizontal,
      run: () => go(pathname.replace(/^\/(test|live)/, `/${other}`)),
    },
    {
      key: 'scheme',
      label: scheme === 'dark' ? words.light : words.dark,
      icon: IconSunMoon,
      run: () => setColorScheme(scheme === 'dark' ? 'light' : 'dark'),
    },
    { key: 'time-zone', label: words.timeZone, icon: IconClock, run: onTimeZone },
    { key: 'help', label: texts.shell.shortcuts, icon: IconKeyboard, keys: '?', run: onHelp },
    user !== null && {
      key: 'sign-out',
      label: texts.shell.signOut,
      icon: IconLogout,
      run: () => void signOut(),
    },
  ]
  return all.filter((action): action is Action => typeof action === 'object')
}

/** An id opens its order; anything else looks for orders that have it. */
function useOrderActions(text: string): readonly Action[] {
  const mode = useMode()
  const { scopes } = useSession()
  const go = useGo()
  if (text.length < 2 || !mayIn(scopes[mode], 'orders:read')) return []
  const isId = /^\d{1,18}$/.test(text)
  return [
    ...(isId
      ? [
          {
            key: 'order-by-id',
            label: words.openOrder(text),
            icon: IconReceipt2,
            run: () => go(`/${mode}/orders/${text}`),
          },
        ]
      : []),
    ...(isId || /[-@._\d]/.test(text)
      ? [
          {
            key: 'orders-with',
            label: words.findOrders(text),
            icon: IconSearch,
            run: () => go(`/${mode}/orders?${new URLSearchParams({ q: text })}`),
          },
        ]
      : []),
  ]
}

const PRODUCTS_MAX = 5

function useProductActions(text: string): readonly Action[] {
  const mode = useMode()
  const { scopes } = useSession()
  const go = useGo()
  const [q] = useDebouncedValue(text, 200)
  const isEnabled = q.length >= 2 && mayIn(scopes[mode], 'catalog:read')
  const { data } = useCall(
    'GET /products',
    { query: { mode, q, size: PRODUCTS_MAX } },
    { isEnabled, keepsLast: true },
  )
  if (!isEnabled || data === undefined) return []
  return data.content.map(({ productId, productName: name }) => ({
    key: `product-${productId}`,
    label: name,
    hint: `${productId}`,
    icon: IconGiftCard,
    run: () => go(`/${mode}/pricing/gift-cards/${productId}`),
  }))
}
