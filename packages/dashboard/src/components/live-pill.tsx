import { Button } from '@mantine/core'
import { IconArrowUp } from '@tabler/icons-react'
import { texts } from '../texts/index.ts'

export interface LivePillProps {
  /** How many have come since the table was read; 0 shows nothing. */
  readonly count: number
  readonly onShow: () => void
}

/** Says quietly that there is news, instead of moving rows under somebody's eyes. */
export function LivePill({ count, onShow }: LivePillProps) {
  return (
    <div aria-live="polite">
      {count > 0 && (
        <Button
          size="compact-sm"
          radius="xl"
          variant="light"
          leftSection={<IconArrowUp size={14} />}
          onClick={onShow}
        >
          {texts.common.news(count)}
        </Button>
      )}
    </div>
  )
}
