import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { IconEye, IconEyeOff, IconRefresh } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { CopyButton } from '../../components/copy-button.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import type { Endpoint } from './naming.ts'
import { SecretOnce } from './secret-once.tsx'
import { verifySamples } from './verify-samples.ts'

const { secret: words } = texts.webhooks

const MASK = `whsec_${'•'.repeat(44)}`

/** Long enough to copy it, and no longer on a screen that was left. */
const SHOWN_MS = 60_000

/** The secret of an endpoint and how to check what it signs. */
export function Signing({ endpoint }: { readonly endpoint: Endpoint }) {
  const may = useMay('webhooks:write')
  const { secret, isPending, error, show, hide } = useSecret(endpoint.id)
  const isShown = secret !== undefined
  return (
    <Stack gap="lg">
      <Section
        title={words.label}
        actions={
          may && (
            <Group gap="xs">
              <Button
                variant="default"
                leftSection={isShown ? <IconEyeOff size={16} /> : <IconEye size={16} />}
                loading={isPending}
                onClick={isShown ? hide : show}
              >
                {isShown ? words.hide : words.show}
              </Button>
              <Rotate endpointId={endpoint.id} onRotated={hide} />
            </Group>
          )
        }
      >
        <Stack gap="xs">
          <Group gap={2} wrap="nowrap" align="flex-start" mih={22}>
            <span className="mono" style={{ overflowWrap: 'anywhere' }}>
              {secret ?? MASK}
            </span>
            {isShown && <CopyButton value={secret} what={words.label} />}
          </Group>
          {error && <ErrorNotice error={error} />}
          {endpoint.previousSecretUntil !== null && (
            <Text size="sm" c="dimmed" component="div">
              {words.oldUntil} <DateTime at={endpoint.previousSecretUntil} look="absolute" />
            </Text>
          )}
        </Stack>
      </Section>
      <Section title={words.verify} text={words.verifyText}>
        <CodeBlock code={verifySamples} />
      </Section>
    </Stack>
  )
}

/** The secret, from when it is asked for until it is hidden, which it is by itself after a while. */
function useSecret(endpointId: string) {
  const mode = useMode()
  const { data, isPending, error, mutate, reset } = useChange(
    'GET /webhook-endpoints/{endpointId}/secret',
    [],
    { keepsSecret: true },
  )
  const secret = data?.secret
  useEffect(() => {
    if (secret === undefined) return
    const timer = setTimeout(reset, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [secret, reset])
  const show = () => mutate({ path: { endpointId }, query: { mode } })
  return { secret, isPending, error, show, hide: reset }
}

const overlaps = { none: 0, hour: 3_600, day: 86_400, week: 604_800 } as const

interface RotateProps {
  readonly endpointId: string
  readonly onRotated: () => void
}

function Rotate({ endpointId, onRotated }: RotateProps) {
  const mode = useMode()
  const [isAsked, setAsked] = useState(false)
  const [overlap, setOverlap] = useState<keyof typeof overlaps>('day')
  const [secret, setSecret] = useState<string>()
  const rotate = useChange(
    'POST /webhook-endpoints/{endpointId}/rotate-secret',
    ['GET /webhook-endpoints/{endpointId}'],
    {
      keepsSecret: true,
      onDone: (made) => {
        finish()
        onRotated()
        setSecret(made.secret)
      },
    },
  )
  function finish(): void {
    rotate.reset()
    setAsked(false)
  }
  const confirm = () =>
    rotate.mutate({
      path: { endpointId },
      query: { mode },
      body: { overlapSeconds: overlaps[overlap] },
    })
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconRefresh size={16} />}
        onClick={() => setAsked(true)}
      >
        {words.rotate}
      </Button>
      <ReviewDialog
        isOpen={isAsked}
        onClose={() => !rotate.isPending && finish()}
        title={words.rotateTitle}
        action={words.rotate}
        onConfirm={confirm}
        isPending={rotate.isPending}
        error={rotate.error}
      >
        <Stack gap="sm">
          <Text size="sm">{words.rotateText}</Text>
          <NativeSelect
            label={words.overlap}
            value={overlap}
            onChange={(event) => setOverlap(event.currentTarget.value as keyof typeof overlaps)}
            data={Object.entries(words.overlaps).map(([value, label]) => ({ value, label }))}
          />
        </Stack>
      </ReviewDialog>
      <SecretOnce secret={secret} title={words.rotatedTitle} onClose={() => setSecret(undefined)} />
    </>
  )
}
