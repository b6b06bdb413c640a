import { Alert, Button, Group } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { CopyableId } from '../components/copy-button.tsx'
import { Details } from '../components/details.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { texts } from '../texts/index.ts'
import { useAccount, useSession } from './session.ts'

/** Says above live pages that nothing is bought any more. */
export function LiveDisabled() {
  const { account } = useSession()
  if (!account?.isLiveDisabled) return null
  return (
    <Alert color="amber" mb="lg" icon={<IconLock size={18} />} title={texts.shell.liveDisabled}>
      {texts.shell.liveDisabledWhy}
    </Alert>
  )
}

/** What stands where live pages will be: what is missing, and what an operator needs to know. */
export function LiveLocked() {
  const { id, name } = useAccount()
  const { user } = useSession()
  const { pathname } = useLocation()
  return (
    <EmptyState
      level={1}
      icon={IconLock}
      title={texts.shell.liveLocked}
      text={texts.shell.liveLockedWhy}
    >
      <Details
        items={[
          { label: texts.shell.account, value: name },
          { label: texts.shell.accountId, value: <CopyableId value={String(id)} /> },
        ]}
      />
      <Group justify="center" mt="md">
        <Button component={Link} to={pathname.replace(/^\/live/, '/test') as never}>
          {texts.shell.backToTest}
        </Button>
        {user?.isOperator && (
          <Button component={Link} variant="default" to={`/operator/accounts/${id}` as never}>
            {texts.shell.enableLive}
          </Button>
        )}
      </Group>
    </EmptyState>
  )
}
