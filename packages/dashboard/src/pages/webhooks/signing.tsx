import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core'
import { IconEye, IconEyeOff, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall, useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { ReviewDialog } from '../../components/review-dialog.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import type { Endpoint } from './naming.ts'
import { SecretOnce } from './secret-once.tsx'
import { verifySamples } from './verify-samples.ts'

const { secret: words } = texts.webhooks

const MASK = 'whsec_••••••••••••••••••••••••••••••••'

/** The secret of an endpoint and how to check what it signs. */
export function Signing({ endpoint }: { readonly endpoint: Endpoint }) {
  const mode = useMode()
  const may = useMay('webhooks:write')
  const [isShown, setShown] = useState(false)
  const { data, error } = useCall(
    'GET /webhook-endpoints/{endpointId}/secret',
    { path: { endpointId: endpoint.id }, query: { mode } },
    { isEnabled: isShown },
  )
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
                onClick={() => setShown(!isShown)}
              >
                {isShown ? words.hide : words.show}
              </Button>
              <Rotate endpointId={endpoint.id} />
            </Group>
          )
        }
      >
        <Stack gap="xs">
          <CodeBlock
            title={words.label}
            code={isShown && data !== undefined ? data.secret : MASK}
            wraps
          />
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

const overlaps = { none: 0, hour: 3_600, day: 86_400, week: 604_800 } as const

function Rotate({ endpointId }: { readonly endpointId: string }) {
  const mode = useMode()
  const [isAsked, setAsked] = useState(false)
  const [overlap, setOverlap] = useState<keyof typeof overlaps>('day')
  const [secret, setSecret] = useState<string>()
  const rotate = useChange('POST /webhook-endpoints/{endpointId}/rotate-secret', [
    'GET /webhook-endpoints/{endpointId}',
    'GET /webhook-endpoints/{endpointId}/secret',
  ])
  const confirm = () =>
    rotate.mutate(
      {
        path: { endpointId },
        query: { mode },
        body: { overlapSeconds: overlaps[overlap] },
      },
      {
        onSuccess: (made) => {
          setAsked(false)
          setSecret(made.secret)
        },
      },
    )
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
        onClose={() => setAsked(false)}
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
