import { Button, Chip, Group, Modal, Progress, Stack, Text, Textarea } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type FormEvent, useEffect, useEffectEvent, useState } from 'react'
import { type OperationOutput, useChange } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { type Detail, ofOneOrder } from './calls.ts'
import styles from './lines.module.css'

type Revealed = OperationOutput<'POST /orders/{transactionId}/reveal'>['cards']

const said = texts.orders.reveal

const SHOWN_SECONDS = 60

/** The cards, masked until somebody says why they need the codes, and masked again soon after. */
export function Cards({ order }: { readonly order: Detail }) {
  const mode = useMode()
  const may = useMay('cards:reveal')
  const [isAsking, dialog] = useDisclosure(false)
  const [shown, setShown] = useState<Revealed>()
  const reveal = useChange('POST /orders/{transactionId}/reveal', ofOneOrder, {
    keepsSecret: true,
  })
  const close = () => {
    // What is on its way is on record: it is shown all the same.
    if (!reveal.isPending) reveal.reset()
    dialog.close()
  }
  const ask = (reason: string) =>
    reveal.mutate(
      { path: { transactionId: order.transactionId }, query: { mode }, body: { reason } },
      {
        onSuccess: ({ cards }) => {
          setShown(cards)
          reveal.reset()
          dialog.close()
        },
      },
    )
  const count = order.cards.length
  return (
    <Section
      title={said.title}
      actions={
        count > 0 &&
        shown === undefined && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconEye size={15} />}
            disabled={!may}
            {...(!may && { title: texts.common.notAllowed('cards:reveal') })}
            onClick={dialog.open}
          >
            {said.button(count)}
          </Button>
        )
      }
    >
      {count === 0 && <Text c="dimmed">{said.none}</Text>}
      {shown === undefined
        ? order.cards.map((card) => <MaskedCard key={card.position} {...card} />)
        : shown.map((card) => <RevealedCard key={card.position} {...card} />)}
      {shown !== undefined && <Countdown onEnd={() => setShown(undefined)} />}
      <ReasonDialog
        isOpen={isAsking}
        onClose={close}
        onAsk={ask}
        isPending={reveal.isPending}
        error={reveal.error}
      />
    </Section>
  )
}

function MaskedCard({ position, parts }: Detail['cards'][number]) {
  return (
    <div className={styles.card}>
      <Text size="sm" c="dimmed">
        {said.position(position)}
      </Text>
      <div className={styles.parts}>
        <span className={styles.code} role="img" aria-label={said.maskedName}>
          {said.masked}
        </span>
        {parts !== null && (
          <Text size="sm" c="dimmed">
            {said.parts[parts]}
          </Text>
        )}
      </div>
    </div>
  )
}

function RevealedCard({ position, cardNumber, pinCode, redemptionUrl }: Revealed[number]) {
  const parts = [
    { label: said.number, value: cardNumber },
    { label: said.pin, value: pinCode },
    { label: said.url, value: redemptionUrl },
  ]
  return (
    <div className={styles.card}>
      <Text size="sm" c="dimmed">
        {said.position(position)}
      </Text>
      <div className={styles.parts}>
        {parts.map(
          ({ label, value }) =>
            value !== null && (
              <Group key={label} gap={6} wrap="nowrap">
                <Text size="xs" c="dimmed">
                  {label}
                </Text>
                <span className={styles.code}>{value}</span>
                <CopyButton value={value} what={label} />
              </Group>
            ),
        )}
      </div>
    </div>
  )
}

/** Shows how long the codes stay, and ends with the page. */
function Countdown({ onEnd }: { readonly onEnd: () => void }) {
  const [seconds, setSeconds] = useState(SHOWN_SECONDS)
  const hide = useEffectEvent(onEnd)
  useEffect(() => {
    // By the clock: a computer that sleeps counts no seconds, and the codes would stay.
    const end = Date.now() + SHOWN_SECONDS * 1_000
    const timer = setInterval(() => {
      const left = Math.ceil((end - Date.now()) / 1_000)
      if (left > 0) setSeconds(left)
      else hide()
    }, 1_000)
    return () => clearInterval(timer)
  }, [])
  return (
    <Stack gap={6} mt="sm">
      <Progress value={(seconds / SHOWN_SECONDS) * 100} size={3} color="amber" aria-hidden />
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {said.hiddenIn(seconds)}. {said.clipboard}
        </Text>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconEyeOff size={14} />}
          onClick={onEnd}
        >
          {said.hide}
        </Button>
      </Group>
    </Stack>
  )
}

interface ReasonDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onAsk: (reason: string) => void
  readonly isPending: boolean
  readonly error: unknown
}

function ReasonDialog({ isOpen, onClose, onAsk, isPending, error }: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  useEffect(() => {
    if (isOpen) setReason('')
  }, [isOpen])
  const { dialog } = said
  const isReady = reason.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !isPending) onAsk(reason.trim())
  }
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Text fw={620}>{dialog.title}</Text>}>
      <form onSubmit={submit}>
        <Stack>
          <Text size="sm">{dialog.text}</Text>
          <Textarea
            label={dialog.reason}
            placeholder={dialog.placeholder}
            required
            maxLength={200}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
          />
          <Group gap="xs">
            {dialog.suggestions.map((suggestion) => (
              <Chip
                key={suggestion}
                size="xs"
                checked={reason === suggestion}
                onChange={() => setReason(suggestion)}
              >
                {suggestion}
              </Chip>
            ))}
          </Group>
          {error !== null && <ErrorNotice error={error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button type="submit" loading={isPending} disabled={!isReady}>
              {dialog.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
