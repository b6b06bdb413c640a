import { Kbd } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { texts } from '../texts/index.ts'
import { useMode } from './mode.ts'
import { isOperatorPage, navPages } from './registry.ts'
import styles from './shell.module.css'
import { isApple, useShortcuts } from './shortcuts.ts'

// Loaded when they are first asked for.
const Palette = lazy(() => import('./palette.tsx'))
const ShortcutHelp = lazy(() => import('./shortcut-help.tsx'))

type Open = 'palette' | 'help' | undefined

export interface CommandProps {
  readonly onTimeZone: () => void
}

/** The search of the top bar, the palette behind it, and the keys that work everywhere. */
export function Command({ onTimeZone }: CommandProps) {
  const [open, setOpen] = useState<Open>()
  const [wasOpen, setWasOpen] = useState<ReadonlySet<Open>>(new Set())
  const mode = useMode()
  const navigate = useNavigate()
  const show = (next: Open) => {
    setWasOpen((before) => new Set(before).add(next))
    setOpen(next)
  }
  // One that closes may have opened the other.
  const close = (which: Open) => setOpen((now) => (now === which ? undefined : now))
  useShortcuts({
    onPalette: () => show('palette'),
    onHelp: () => show('help'),
    onGo: (key) => {
      const page = navPages.find(({ nav }) => nav.key === key)
      if (page === undefined) return
      const { path } = page
      const to = isOperatorPage(page) ? path : `/${mode}${path === '/' ? '' : path}`
      void navigate({ to: to as never })
    },
  })
  return (
    <>
      <button type="button" className={styles.search} onClick={() => show('palette')}>
        <IconSearch size={15} aria-hidden />
        <span>{texts.shell.search}</span>
        <Kbd size="xs" visibleFrom="sm">
          {isApple ? '⌘ K' : 'Ctrl K'}
        </Kbd>
      </button>
      <Suspense>
        {wasOpen.has('palette') && (
          <Palette
            isOpen={open === 'palette'}
            onClose={() => close('palette')}
            onHelp={() => show('help')}
            onTimeZone={onTimeZone}
          />
        )}
        {wasOpen.has('help') && (
          <ShortcutHelp isOpen={open === 'help'} onClose={() => close('help')} />
        )}
      </Suspense>
    </>
  )
}
