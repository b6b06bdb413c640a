import { Button, Checkbox, Group, PasswordInput, SimpleGrid, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { api, queryClient } from '../../app/api.ts'
import { auth } from '../../app/auth.ts'
import { type Session, sessionQuery, useSession } from '../../app/session.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { NewPasswordField, PASSWORD_MIN } from '../../components/password-field.tsx'
import { Section } from '../../components/section.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'

const { profile: words, pages } = texts.settings

export default function Profile() {
  const { user } = useSession()
  return (
    <>
      <PageHeader title={pages.profile} text={user === null ? words.tokenOnly : words.text} />
      {user !== null && (
        <Stack maw={860}>
          <You user={user} />
          {user.hasPassword ? <ChangePassword /> : <FirstPassword />}
        </Stack>
      )}
    </>
  )
}

const again = () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })

function You({ user }: { readonly user: NonNullable<Session['user']> }) {
  const form = useForm({ initialValues: { name: user.name } })
  const save = useMutation({
    mutationFn: ({ name }: { readonly name: string }) =>
      auth('/update-user', { name: name.trim() }),
    onSuccess: async () => {
      await again()
      form.resetDirty()
      notifications.show({ message: words.saved })
    },
  })
  return (
    <Section title={words.you}>
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label={words.name}
              autoComplete="name"
              required
              withAsterisk={false}
              maxLength={100}
              {...form.getInputProps('name')}
            />
            <TextInput
              label={words.email}
              description={words.emailHint}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              variant="filled"
              readOnly
              value={user.email}
              rightSectionWidth="max-content"
              rightSectionProps={{ style: { paddingInline: 8 } }}
              rightSection={
                <StatusChip
                  tone={user.isEmailVerified ? 'good' : 'warning'}
                  label={user.isEmailVerified ? words.isVerified : words.isNotVerified}
                />
              }
            />
          </SimpleGrid>
          {save.error && <ErrorNotice error={save.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              {texts.common.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}

const isShort = (password: string) => (password.length < PASSWORD_MIN ? words.tooShort : null)

function ChangePassword() {
  const form = useForm({
    initialValues: { currentPassword: '', newPassword: '', revokeOtherSessions: true },
    validate: { newPassword: isShort },
  })
  const change = useMutation({
    mutationFn: (values: typeof form.values) => auth('/change-password', values),
    onSuccess: () => {
      form.reset()
      notifications.show({ message: words.changed })
    },
  })
  return (
    <Section title={words.password}>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <PasswordInput
              label={words.current}
              autoComplete="current-password"
              required
              withAsterisk={false}
              {...form.getInputProps('currentPassword')}
            />
            <NewPasswordField
              label={words.next}
              {...form.getInputProps('newPassword')}
              value={form.values.newPassword}
            />
          </SimpleGrid>
          <Checkbox
            label={words.others}
            {...form.getInputProps('revokeOtherSessions', { type: 'checkbox' })}
          />
          {change.error && <ErrorNotice error={change.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending}>
              {words.change}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}

function FirstPassword() {
  const form = useForm({ initialValues: { newPassword: '' }, validate: { newPassword: isShort } })
  const set = useMutation({
    mutationFn: (body: typeof form.values) => api.request('POST /session/password', { body }),
    onSuccess: async () => {
      await again()
      notifications.show({ message: words.changed })
    },
  })
  return (
    <Section title={words.first} text={words.firstText}>
      <form onSubmit={form.onSubmit((values) => set.mutate(values))}>
        <Stack>
          <NewPasswordField
            label={words.next}
            {...form.getInputProps('newPassword')}
            value={form.values.newPassword}
          />
          {set.error && <ErrorNotice error={set.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={set.isPending}>
              {words.saveFirst}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  )
}
