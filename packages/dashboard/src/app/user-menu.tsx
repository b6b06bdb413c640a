import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import {
  IconArrowLeft,
  IconBuilding,
  IconCheck,
  IconClock,
  IconDeviceDesktop,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSettings,
  IconSun,
} from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { texts } from '../texts/index.ts'
import { chooseAccount } from './account.ts'
import { signOut } from './auth.ts'
import { lastMode } from './mode.ts'
import { useSession } from './session.ts'
import styles from './shell.module.css'
import { nameOfZone, timeZone } from './time-zone.ts'

const schemes = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop } as const

export interface UserMenuProps {
  readonly isOperator: boolean
  readonly onTimeZone: () => void
}

/** Who is signed in, their accounts, the appearance, the time zone, the way out. */
export function UserMenu({ isOperator, onTimeZone }: UserMenuProps) {
  const { user, token, account, accounts } = useSession()
  const navigate = useNavigate()
  const button = useRef<HTMLButtonElement>(null)
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const go = (to: string) => void navigate({ to: to as never })
  const name = user?.name ?? texts.shell.signedInByToken(token?.name ?? '')
  return (
    <Menu position="top-start" width={260} withinPortal>
      <Menu.Target>
        <UnstyledButton ref={button} className={styles.who}>
          <Avatar size={28} radius="xl" color="spruce" name={name} aria-hidden />
          <div style={{ minWidth: 0, flex: 1 }}>
            <Text size="sm" fw={560} truncate>
              {account?.name ?? name}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {user?.email ?? name}
            </Text>
          </div>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown className={styles.menu ?? ''}>
        {accounts.length > 1 && (
          <>
            <Menu.Label>{texts.shell.switchAccount}</Menu.Label>
            {accounts.map(({ id, name: other }) => (
              <Menu.Item
                key={id}
                leftSection={<IconBuilding size={16} />}
                rightSection={id === account?.id ? <IconCheck size={16} /> : null}
                onClick={() => {
                  chooseAccount(id)
                  // Nothing that was read for one account may be shown in another.
                  location.assign('/dashboard/')
                }}
              >
                {other}
              </Menu.Item>
            ))}
          </>
        )}
        {user !== null && (
          <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => go('/open-account')}>
            {texts.shell.newAccount}
          </Menu.Item>
        )}
        {isOperator ? (
          <Menu.Item leftSection={<IconArrowLeft size={16} />} onClick={() => go(`/${lastMode()}`)}>
            {texts.shell.backToAccount}
          </Menu.Item>
        ) : (
          user?.isOperator && (
            <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => go('/operator')}>
              {texts.shell.operatorConsole}
            </Menu.Item>
          )
        )}
        <Menu.Divider />
        <Menu.Label>{texts.shell.theme}</Menu.Label>
        {(['light', 'dark', 'auto'] as const).map((scheme) => {
          const Icon = schemes[scheme]
          return (
            <Menu.Item
              key={scheme}
              closeMenuOnClick={false}
              leftSection={<Icon size={16} />}
              rightSection={scheme === colorScheme ? <IconCheck size={16} /> : null}
              onClick={() => setColorScheme(scheme)}
            >
              {texts.shell.themes[scheme]}
            </Menu.Item>
          )
        })}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconClock size={16} />}
          onClick={() => {
            // The dialog gives the focus back to what has it now, and this item is going.
            button.current?.focus()
            onTimeZone()
          }}
        >
          {texts.shell.timeZone.title}
          <Text size="xs" c="dimmed" truncate>
            {nameOfZone(timeZone)}
          </Text>
        </Menu.Item>
        {user !== null && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
              {texts.shell.signOut}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
