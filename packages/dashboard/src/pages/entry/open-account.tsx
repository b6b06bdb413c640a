import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { chooseAccount } from '../../app/account.ts'
import { signOut } from '../../app/auth.ts'
import { sessionQuery } from '../../app/session.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'
import { AccountFields, checkAccount } from './account-fields.tsx'
import { arrive } from './arrive.ts'
import { Frame } from './frame.tsx'
import { openAccount } from './opening.ts'

const { open: words } = texts.entry

export default function OpenAccount() {
  const { data: session } = useQuery(sessionQuery)
  const form = useForm({
    initialValues: { accountName: '', countryCode: '', currencyCode: '' },
    validate: checkAccount,
  })
  const open = useMutation({
    mutationFn: openAccount,
    onSuccess: ({ id }) => {
      chooseAccount(id)
      arrive('/test')
    },
  })
  const leave = useMutation({ mutationFn: signOut })
  const isFirst = session?.accounts.length === 0
  return (
    <Frame title={texts.entry.pages.openAccount} text={isFirst ? words.none : words.text}>
      <form onSubmit={form.onSubmit((values) => open.mutate(values))} noValidate>
        <Stack>
          <AccountFields
            values={form.values}
            errors={form.errors}
            onChange={(change) => form.setValues(change)}
          />
          {open.error && <ErrorNotice error={open.error} />}
          <Button type="submit" size="md" loading={open.isPending}>
            {words.submit}
          </Button>
          {leave.error && <ErrorNotice error={leave.error} />}
          <Text size="sm">
            <Anchor component="button" type="button" inherit onClick={() => leave.mutate()}>
              {words.signOut}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </Frame>
  )
}
