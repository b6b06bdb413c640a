import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient } from '../../app/api.ts'
import { auth } from '../../app/auth.ts'
import { type Session, sessionQuery } from '../../app/session.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Section } from '../../components/section.tsx'
import { StatusChip } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import { BackupCodes } from './backup-codes.tsx'
import { Enrolment } from './enrolment.tsx'
import { NeedsPassword } from './needs-password.tsx'

const { twoFactor: words } = texts.settings

/** What is being done to the second factor. */
type Step = 'enable' | 'disable' | 'codes'

const paths: Readonly<Record<Step, string>> = {
  enable: '/two-factor/enable',
  disable: '/two-factor/disable',
  codes: '/two-factor/generate-backup-codes',
}

interface Answer {
  readonly totpURI?: string
  readonly backupCodes?: readonly string[]
}

export function TwoFactor({ user }: { readonly user: NonNullable<Session['user']> }) {
  const [step, setStep] = useState<Step>()
  const [answer, setAnswer] = useState<Answer>({})
  const isOn = user.isTwoFactorEnabled
  const finish = async (message: string) => {
    setStep(undefined)
    setAnswer({})
    await queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey })
    notifications.show({ message })
  }
  const { totpURI, backupCodes = [] } = answer
  return (
    <Section
      title={words.title}
      text={words.text}
      actions={<StatusChip tone={isOn ? 'good' : 'off'} label={isOn ? words.on : words.off} />}
    >
      <Group gap="xs">
        {!isOn && (
          <Button disabled={!user.hasPassword} onClick={() => setStep('enable')}>
            {words.enable}
          </Button>
        )}
        {isOn && (
          <>
            <Button variant="default" onClick={() => setStep('codes')}>
              {words.newCodes}
            </Button>
            <Button variant="default" onClick={() => setStep('disable')}>
              {words.disable}
            </Button>
          </>
        )}
        {!user.hasPassword && <NeedsPassword />}
      </Group>
      <ConfirmPassword
        step={backupCodes.length === 0 ? step : undefined}
        onClose={() => setStep(undefined)}
        onConfirmed={(confirmed) => {
          if (step === 'disable') void finish(words.disabled)
          else setAnswer(confirmed)
        }}
      />
      <Enrolment
        uri={totpURI}
        onClose={() => {
          setStep(undefined)
          setAnswer({})
        }}
        onVerified={() => setAnswer({ backupCodes })}
      />
      <BackupCodes
        codes={totpURI === undefined ? backupCodes : []}
        email={user.email}
        onKept={() => void finish(step === 'codes' ? words.renewed : words.enabled)}
      />
    </Section>
  )
}

interface ConfirmPasswordProps {
  readonly step: Step | undefined
  readonly onClose: () => void
  readonly onConfirmed: (answer: Answer) => void
}

/** Asks for the password before a second factor changes. */
function ConfirmPassword({ step, onClose, onConfirmed }: ConfirmPasswordProps) {
  const [password, setPassword] = useState('')
  const confirm = useMutation({
    mutationFn: (which: Step) => auth<Answer>(paths[which], { password }),
    onSuccess: (answer) => {
      setPassword('')
      onConfirmed(answer)
    },
  })
  const close = () => {
    setPassword('')
    confirm.reset()
    onClose()
  }
  const notes = { enable: undefined, disable: words.disableText, codes: words.newCodesText }
  return (
    <Modal
      opened={step !== undefined}
      onClose={close}
      title={<Text fw={620}>{words.confirm}</Text>}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (step !== undefined) confirm.mutate(step)
        }}
      >
        <Stack>
          {step !== undefined && notes[step] && <Text size="sm">{notes[step]}</Text>}
          <PasswordInput
            label={words.password}
            autoComplete="current-password"
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {confirm.error && <ErrorNotice error={confirm.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={confirm.isPending} disabled={password === ''}>
              {words.continue}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
