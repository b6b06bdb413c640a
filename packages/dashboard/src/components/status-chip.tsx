import { Badge, Tooltip } from '@mantine/core'
import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleX,
  IconClock,
  IconProgress,
} from '@tabler/icons-react'

/** What a status means for its reader; it decides shape and colour together. */
export type Tone = 'good' | 'waiting' | 'working' | 'bad' | 'warning' | 'returned' | 'off' | 'draft'

const looks = {
  good: { icon: IconCircleCheck, color: 'spruce' },
  waiting: { icon: IconClock, color: 'gray' },
  working: { icon: IconProgress, color: 'iris' },
  bad: { icon: IconCircleX, color: 'red' },
  warning: { icon: IconAlertTriangle, color: 'amber' },
  returned: { icon: IconArrowBackUp, color: 'iris' },
  off: { icon: IconCircleMinus, color: 'gray' },
  draft: { icon: IconCircleDashed, color: 'gray' },
} as const

export interface StatusChipProps {
  readonly tone: Tone
  readonly label: string
  /** What it means and what happens next, for whoever points at it. */
  readonly hint?: string
}

/** What the status of an HTTP answer means. */
export function toneOfStatus(status: number): Tone {
  if (status >= 500) return 'bad'
  return status >= 400 ? 'warning' : 'good'
}

/** A status: a shape and a word, never colour alone. */
export function StatusChip({ tone, label, hint }: StatusChipProps) {
  const { icon: Icon, color } = looks[tone]
  const chip = (
    <Badge
      color={color}
      size="md"
      leftSection={<Icon size={13} stroke={2} aria-hidden />}
      data-tone={tone}
      className="status-chip"
      // A word that is cut says nothing.
      miw="max-content"
    >
      {label}
    </Badge>
  )
  return hint === undefined ? (
    chip
  ) : (
    <Tooltip label={hint} multiline maw={280}>
      {chip}
    </Tooltip>
  )
}
