import { Stack, Text } from '@mantine/core'
import { JsonView } from '../../components/json-view.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { FieldDetails } from './field-list.tsx'
import { fieldOf, type Schemas } from './fields.ts'
import type { Answer } from './operations.ts'
import styles from './reference.module.css'

const words = texts.reference

interface RefusalsProps {
  readonly answers: readonly Answer[]
  readonly schemas: Schemas
}

/** What else an operation may answer, by status, with every sentence that it may say. */
export function Refusals({ answers, schemas }: RefusalsProps) {
  const shape = answers.flatMap(({ shapes }) => shapes).find(({ schema }) => schema !== undefined)
  return (
    <Section title={words.refusals} text={words.refusalsText}>
      {answers.map((answer) => (
        <details key={answer.status} className={styles.refusal}>
          <summary>
            <code>{answer.status}</code> <span>{answer.title}</span>
          </summary>
          <Sentences answer={answer} />
        </details>
      ))}
      {shape?.schema && (
        <details className={styles.refusal}>
          <summary>{words.refusalFields}</summary>
          <Stack gap="sm" mt="xs">
            <FieldDetails field={fieldOf(shape.schema, schemas)} isAnswer />
            <JsonView value={shape.example} maxHeight={320} />
          </Stack>
        </details>
      )}
    </Section>
  )
}

function Sentences({ answer: { refusals, title } }: { readonly answer: Answer }) {
  if (refusals.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {title}
      </Text>
    )
  }
  return (
    <ul className={styles.fields}>
      {refusals.map(({ code, sentence }) => (
        <li key={`${code}${sentence}`}>
          <Text size="sm">{sentence}</Text>
          <Text size="xs" c="dimmed" className={code === null ? undefined : 'mono'}>
            {code ?? words.noCode}
          </Text>
        </li>
      ))}
    </ul>
  )
}
