import { Modal, Skeleton, Text } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { texts } from '../texts/index.ts'

// Loaded when it is first asked for.
const TimeZoneChoice = lazy(() => import('./time-zone-choice.tsx'))

export interface TimeZoneDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Where a time zone is chosen; whoever opened it has the focus again afterwards. */
export function TimeZoneDialog({ isOpen, onClose }: TimeZoneDialogProps) {
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={<Text fw={620}>{texts.shell.timeZone.title}</Text>}
    >
      <Suspense fallback={<Skeleton h={170} />}>
        <TimeZoneChoice onClose={onClose} />
      </Suspense>
    </Modal>
  )
}
