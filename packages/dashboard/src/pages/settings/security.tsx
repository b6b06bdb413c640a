import { Stack } from '@mantine/core'
import { useSession } from '../../app/session.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { texts } from '../../texts/index.ts'
import { Passkeys } from './passkeys.tsx'
import { Sessions } from './sessions.tsx'
import { TwoFactor } from './two-factor.tsx'

const { pages, profile } = texts.settings

export default function Security() {
  const { user } = useSession()
  return (
    <>
      <PageHeader title={pages.security} {...(user === null && { text: profile.tokenOnly })} />
      {user !== null && (
        <Stack maw={860}>
          <TwoFactor user={user} />
          <Passkeys />
          <Sessions />
        </Stack>
      )}
    </>
  )
}
