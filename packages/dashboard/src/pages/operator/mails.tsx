import { Anchor, Stack, Text } from '@mantine/core'
import { IconMailOff } from '@tabler/icons-react'
import { type OperationOutput, useCall } from '../../app/api.ts'
import { type Column, DataTable } from '../../components/data-table.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'

const { mails: words, pages } = texts.operator

type Mail = OperationOutput<'GET /operator/mails'>[number]

/** Invitations and the like that no relay has taken: an operator passes them on. */
export default function Mails() {
  const { data, error, refetch } = useCall('GET /operator/mails', {})
  return (
    <>
      <PageHeader
        title={pages.mails}
        text={words.text}
        actions={<ViewAsApi path="/operator/mails" />}
      />
      <DataTable
        name={pages.mails}
        rows={data}
        keyOf={({ id }) => id}
        error={error}
        onRetry={() => void refetch()}
        columns={columns}
        empty={<EmptyState icon={IconMailOff} title={words.emptyTitle} text={words.empty} />}
      />
    </>
  )
}

const columns: readonly Column<Mail>[] = [
  {
    key: 'to',
    title: words.to,
    render: ({ to, createdAt }) => (
      <div>
        <Text size="sm" fw={560}>
          {to}
        </Text>
        <Text size="xs" c="dimmed" component="div">
          <DateTime at={createdAt} />
        </Text>
      </div>
    ),
  },
  {
    key: 'mail',
    title: words.mail,
    render: ({ subject, body }) => (
      <div>
        <Text size="sm" fw={560}>
          {subject}
        </Text>
        <Body text={body} />
      </div>
    ),
  },
]

/** The mail as it was written, with its link to copy or open. */
function Body({ text }: { readonly text: string }) {
  return (
    <Stack gap={4} mt={4}>
      {text.split('\n\n').map((paragraph) =>
        /^https?:\/\/\S+$/.test(paragraph) ? (
          <Anchor key={paragraph} href={paragraph} size="xs" style={{ overflowWrap: 'anywhere' }}>
            {paragraph}
          </Anchor>
        ) : (
          <Text key={paragraph} size="xs" c="dimmed">
            {paragraph}
          </Text>
        ),
      )}
    </Stack>
  )
}
