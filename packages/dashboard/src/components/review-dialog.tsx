import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { texts } from '../texts/index.ts'
import { ErrorNotice } from './error-notice.tsx'

export interface ReviewDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  /** What will happen, exactly: amounts, ledger lines, who is concerned. */
  readonly children: ReactNode
  /** The verb of what is done: `Approve 5,000.00 NGN`. */
  readonly action: string
  readonly onConfirm: () => void
  readonly isPending?: boolean
  readonly error?: unknown
  /** Red, for what cannot be undone. */
  readonly isDestructive?: boolean
  /** Has to be typed first: for what is dangerous in live mode. */
  readonly word?: string
  /** Why it cannot be done as things are; the button says so. */
  readonly whyNot?: string | undefined
}

/** The step before money moves or something is destroyed: it shows what will happen and asks. */
export function ReviewDialog(props: ReviewDialogProps) {
  const { isOpen, onClose, title, children, action, onConfirm } = props
  const { isPending = false, error, isDestructive = false, word, whyNot } = props
  const [typed, setTyped] = useState('')
  useEffect(() => {
    if (isOpen) setTyped('')
  }, [isOpen])
  const isReady = whyNot === undefined && (word === undefined || typed.trim() === word)
  return (
    <Modal opened={isOpen} onClose={onClose} title={<Text fw={620}>{title}</Text>}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isPending) onConfirm()
        }}
      >
        <Stack>
          <div>{children}</div>
          {word !== undefined && (
            <TextInput
              label={texts.common.typeToConfirm(word)}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
              autoComplete="off"
              data-autofocus
            />
          )}
          {error !== undefined && error !== null && <ErrorNotice error={error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.common.cancel}
            </Button>
            <Button
              type="submit"
              loading={isPending}
              disabled={!isReady}
              title={whyNot}
              {...(isDestructive && { color: 'red' })}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
