import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { queryClient, useChange } from '../../app/api.ts'
import { sessionQuery, useAccount, useMay } from '../../app/session.ts'
import { setupQuery } from '../../app/setup.ts'
import { CopyableId } from '../../components/copy-button.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { Details } from '../../components/details.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Section } from '../../components/section.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'

const { account: words, pages } = texts.settings

export default function Account() {
  const account = useAccount()
  const { data: setup } = useQuery(setupQuery)
  const country = setup?.countries.find(({ code }) => code === account.countryCode)
  const live = account.isLiveEnabled
  return (
    <>
      <PageHeader title={pages.account} text={words.text} />
      <Stack maw={860}>
        <Name name={account.name} />
        <Section title={words.details} text={words.fixed}>
          <Details
            items={[
              { label: words.id, value: <CopyableId value={String(account.id)} what={words.id} /> },
              { label: words.country, value: country?.name ?? account.countryCode },
              { label: words.currency, value: account.currencyCode ?? texts.common.none },
              { label: words.opened, value: <DateTime at={account.createdAt} look="absolute" /> },
              {
                label: words.live,
                value: (
                  <StatusChip
                    tone={live ? 'good' : 'off'}
                    label={live ? words.liveOn : words.liveOff}
                    {...(!live && {
                      hint: account.isLiveDisabled
                        ? texts.shell.liveDisabledWhy
                        : texts.shell.liveLockedWhy,
                    })}
                  />
                ),
              },
            ]}
          />
        </Section>
      </Stack>
    </>
  )
}

function Name({ name }: { readonly name: string }) {
  const may = useMay('account:write')
  const form = useForm({ initialValues: { name } })
  const rename = useChange('PATCH /account')
  const save = (values: typeof form.values) =>
    rename.mutate(
      { body: { name: values.name.trim() } },
      {
        onSuccess: async () => {
          await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
          form.resetDirty()
          notifications.show({ message: words.saved })
        },
      },
    )
  return (
    <Section title={words.name}>
      <form onSubmit={form.onSubmit(save)}>
        <Stack>
          <TextInput
            aria-label={words.name}
            required
            maxLength={100}
            disabled={!may}
            {...(!may && { description: texts.common.notAllowed('account:write') })}
            {...form.getInputProps('name')}
          />
          {rename.error && <ErrorNotice error={rename.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={rename.isPending} disabled={!may || !form.isDirty()}>
              {texts.common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
