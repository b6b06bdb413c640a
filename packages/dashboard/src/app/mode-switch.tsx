import { Popover, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { texts } from '../texts/index.ts'
import { type Mode, useMode } from './mode.ts'
import { showsLive, useAccount } from './session.ts'
import styles from './shell.module.css'

/** What of an address is about no thing of one mode, but about how the page is seen. */
const looks = ['operation', 'tab', 'columns']

const pick = (search: Readonly<Record<string, string>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(search).filter(([name]) => names.includes(name)))

/** Test or live; the page stays the same. Live says what is missing for as long as it is locked. */
export function ModeSwitch() {
  const mode = useMode()
  const account = useAccount()
  const [isExplained, setExplained] = useState(false)
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const choose = (next: Mode) => {
    if (next === mode) return
    if (next === 'live' && !showsLive(account)) return setExplained(true)
    void navigate({
      to: pathname.replace(/^\/(test|live)/, `/${next}`) as never,
      search: ((before: Readonly<Record<string, string>>) => pick(before, looks)) as never,
    })
  }
  return (
    <Popover opened={isExplained} onChange={setExplained} width={260} position="bottom" withArrow>
      <Popover.Target>
        <div className={styles.modes} role="radiogroup" aria-label={texts.shell.mode}>
          {(['test', 'live'] as const).map((each) => (
            // biome-ignore lint/a11y/useSemanticElements: a radio cannot hold the lock and its reason
            <button
              key={each}
              type="button"
              role="radio"
              data-mode={each}
              aria-checked={each === mode}
              onClick={() => choose(each)}
            >
              {each === 'live' && !account.isLiveEnabled && <IconLock size={13} aria-hidden />}
              {texts.shell.modes[each]}
            </button>
          ))}
        </div>
      </Popover.Target>
      <Popover.Dropdown>
        <Text fw={600} size="sm">
          {texts.shell.liveLocked}
        </Text>
        <Text size="sm" c="dimmed">
          {texts.shell.liveLockedWhy}
        </Text>
      </Popover.Dropdown>
    </Popover>
  )
}
