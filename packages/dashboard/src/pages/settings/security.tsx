import { Stack } from '@mantine/core'
import { useSession } from '../../app/session.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { texts } from '../../texts/index.ts'
import { Passkeys } from './passkeys.tsx'
import { Sessions } from './sessions.tsx'
import { TwoFactor } from './two-factor.tsx'

const { pages, profile, security: words } = texts.settings

export default function Security() {
  const { user } = useSession()
  return (
    <>
      <PageHeader title={pages.security} text={user === null ? profile.tokenOnly : words.text} />
      {user !== null && (
        <Stack maw={860}>
          <TwoFactor user={user} />
          <Passkeys user={user} />
          <Sessions />
        </Stack>
      )}
    </>
  )
}
