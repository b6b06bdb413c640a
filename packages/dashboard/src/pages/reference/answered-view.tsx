import { Group, Stack, Text } from '@mantine/core'
import { CodeBlock } from '../../components/code-block.tsx'
import { CopyableId } from '../../components/copy-button.tsx'
import { Details } from '../../components/details.tsx'
import { JsonView } from '../../components/json-view.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { Section } from '../../components/section.tsx'
import { StatusChip, toneOfStatus } from '../../components/status-chip.tsx'
import { texts } from '../../texts/index.ts'
import type { Answered } from './call.ts'
import { Method } from './method.tsx'
import type { Operation } from './operations.ts'
import styles from './reference.module.css'
import type { Request } from './request.ts'

const { try: words, noBody } = texts.reference

interface AnsweredViewProps {
  /** What was sent, which may differ from what the form has by now. */
  readonly request: Request
  readonly answered: Answered
  readonly operation: Operation
}

/** What the server has answered, refusals as well. */
export function AnsweredView({ request, answered, operation }: AnsweredViewProps) {
  const { status, milliseconds, bytes, headers, requestId, isCut } = answered
  return (
    <Section title={words.answered}>
      <Stack gap="sm">
        <div className={styles.path}>
          <Method method={request.method} />
          <code>{request.path}</code>
        </div>
        <Group gap="md" style={{ rowGap: 4 }}>
          <StatusChip tone={toneOfStatus(status)} label={words.status(status)} />
          <Text size="sm" c="dimmed" className="tabular">
            {words.milliseconds(milliseconds.toFixed(0))}
          </Text>
          <Text size="sm" c="dimmed" className="tabular">
            {words.bytes(bytes)}
          </Text>
          {operation.access === 'client' && requestId !== undefined && (
            <PageLink to="/developers/requests" search={{ request: requestId }} size="sm">
              {words.inLog}
            </PageLink>
          )}
        </Group>
        {operation.isChange && hasSecret(answered) && <Text size="sm">{words.secret}</Text>}
        {isCut && <Text size="sm">{words.cut(bytes)}</Text>}
        <Body answered={answered} />
        <Details
          items={headers.map(([label, value]) => ({
            label,
            value: label === 'X-Request-Id' ? <CopyableId value={value} /> : value,
          }))}
        />
      </Stack>
    </Section>
  )
}

const hasSecret = ({ text = '' }: Answered): boolean => /"(?:\w*Secret|secret)"\s*:\s*"/.test(text)

function Body({ answered: { text, bytes, headers } }: Pick<AnsweredViewProps, 'answered'>) {
  const type = headers.find(([name]) => name === 'Content-Type')?.[1] ?? ''
  if (bytes === 0 || text === undefined) {
    return (
      <Text size="sm" c="dimmed">
        {bytes === 0 ? noBody : words.noText(type)}
      </Text>
    )
  }
  if (/json/.test(type)) return <JsonView value={text} maxHeight={480} />
  return <CodeBlock code={text} title={type} maxHeight={480} />
}
