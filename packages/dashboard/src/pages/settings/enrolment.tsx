import { Button, Group, Modal, PinInput, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { auth } from '../../app/auth.ts'
import { CopyableId } from '../../components/copy-button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { texts } from '../../texts/index.ts'

const { twoFactor: words } = texts.settings

export interface EnrolmentProps {
  /** `otpauth://…`; undefined while there is nothing to scan. */
  readonly uri: string | undefined
  readonly onClose: () => void
  readonly onVerified: () => void
}

/** Shows the secret to an authenticator app, and believes that it has it when a code fits. */
export function Enrolment({ uri, onClose, onVerified }: EnrolmentProps) {
  const [code, setCode] = useState('')
  const verify = useMutation({
    mutationFn: (typed: string) => auth('/two-factor/verify-totp', { code: typed }),
    onSuccess: () => {
      setCode('')
      onVerified()
    },
    onError: () => setCode(''),
  })
  const close = () => {
    setCode('')
    verify.reset()
    onClose()
  }
  const secret = uri === undefined ? '' : (new URL(uri).searchParams.get('secret') ?? '')
  return (
    <Modal opened={uri !== undefined} onClose={close} title={<Text fw={620}>{words.title}</Text>}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          verify.mutate(code)
        }}
      >
        <Stack align="center">
          <Text size="sm">{words.scan}</Text>
          {uri !== undefined && <QrCode text={uri} />}
          <div>
            <Text size="xs" c="dimmed">
              {words.secret}
            </Text>
            <CopyableId value={secret} />
          </div>
          <PinInput
            length={6}
            type="number"
            oneTimeCode
            aria-label={words.code}
            value={code}
            onChange={setCode}
            onComplete={(complete) => verify.mutate(complete)}
          />
          {verify.error && <ErrorNotice error={verify.error} />}
          <Group justify="flex-end" w="100%">
            <Button type="submit" loading={verify.isPending} disabled={code.length < 6}>
              {words.continue}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

function QrCode({ text }: { readonly text: string }) {
  const { data } = useQuery({
    queryKey: ['qr', text],
    queryFn: async () => {
      const { toString: draw } = await import('qrcode')
      const svg = await draw(text, { type: 'svg', margin: 2 })
      return `data:image/svg+xml;base64,${btoa(svg)}`
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  // White in both appearances: scanners expect dark on light.
  return (
    <img
      src={data}
      alt={words.qr}
      width={184}
      height={184}
      style={{ borderRadius: 8, background: '#fff' }}
    />
  )
}
