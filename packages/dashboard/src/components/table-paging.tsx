import { ActionIcon, Button, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { texts } from '../texts/index.ts'

/** Tables know how many there are; feeds only whether there is more. */
export type Paging =
  | {
      readonly kind: 'pages'
      /** From 1. */
      readonly page: number
      readonly size: number
      readonly total: number | undefined
      readonly onPage: (page: number) => void
    }
  | {
      readonly kind: 'feed'
      readonly hasMore: boolean
      /** True at the newest rows. */
      readonly isFirst: boolean
      readonly onOlder: () => void
      readonly onNewest: () => void
    }

const grouped = (count: number): string => count.toLocaleString('en')

/** The foot of a table: where one is and how to get on. */
export function TablePaging({
  paging,
  count,
}: {
  readonly paging: Paging
  readonly count: number
}) {
  if (paging.kind === 'feed') {
    const { hasMore, isFirst, onOlder, onNewest } = paging
    return (
      <>
        <span>{texts.common.rows(count)}</span>
        {(hasMore || !isFirst) && (
          <Group gap="xs">
            <Button variant="default" size="compact-sm" disabled={isFirst} onClick={onNewest}>
              {texts.common.newest}
            </Button>
            <Button variant="default" size="compact-sm" disabled={!hasMore} onClick={onOlder}>
              {texts.common.older}
            </Button>
          </Group>
        )}
      </>
    )
  }
  const { page, size, total, onPage } = paging
  const from = (page - 1) * size + 1
  const isLast = total === undefined || page * size >= total
  return (
    <>
      <span>
        {total !== undefined &&
          count > 0 &&
          texts.common.range(grouped(from), grouped(from + count - 1), grouped(total))}
      </span>
      <Group gap={4}>
        <ActionIcon
          variant="default"
          aria-label={texts.common.previousPage}
          disabled={page <= 1}
          onClick={() => onPage(page - 1)}
        >
          <IconChevronLeft size={16} />
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={texts.common.nextPage}
          disabled={isLast}
          onClick={() => onPage(page + 1)}
        >
          <IconChevronRight size={16} />
        </ActionIcon>
      </Group>
    </>
  )
}
