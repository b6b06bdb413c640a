import { Select, Text, TextInput } from '@mantine/core'
import { texts } from '../../texts/index.ts'
import styles from './column-table.module.css'
import type { Field, Mapping, UploadedFile } from './uploaded-file.ts'

const { create: words } = texts.bulk

const fields = Object.keys(words.fields) as readonly Field[]

export interface ColumnTableProps {
  readonly columns: UploadedFile['columns']
  readonly mapping: Mapping
  readonly defaults: Mapping
  readonly onMapping: (mapping: Mapping) => void
  readonly onDefaults: (defaults: Mapping) => void
}

/** Our fields, which column of the file each is, what that holds, and what counts without. */
export function ColumnTable(props: ColumnTableProps) {
  const { columns, mapping, defaults, onMapping, onDefaults } = props
  const samplesOf = new Map(columns.map(({ name, samples }) => [name, samples]))
  return (
    <div className={styles.table}>
      <div className={styles.head} aria-hidden>
        <span>{words.field}</span>
        <span>{words.column}</span>
        <span>{words.sample}</span>
        <span>{words.fallback}</span>
      </div>
      {fields.map((field) => {
        const { label, hint } = words.fields[field]
        const samples = samplesOf.get(mapping[field] ?? '') ?? []
        return (
          <div key={field} className={styles.row}>
            <div>
              <Text size="sm" fw={560}>
                {label}
              </Text>
              <Text size="xs" c="dimmed">
                {hint}
              </Text>
            </div>
            <Select
              aria-label={words.columnFor(label)}
              placeholder={words.noColumn}
              data={columns.map(({ name }) => name)}
              value={mapping[field] ?? null}
              clearable
              searchable={columns.length > 10}
              onChange={(column) => onMapping(changed(mapping, field, column ?? ''))}
            />
            <Text size="sm" c="dimmed" className={styles.sample} truncate>
              {samples.join(', ')}
            </Text>
            <TextInput
              aria-label={words.defaultFor(label)}
              placeholder={words.fallback}
              value={defaults[field] ?? ''}
              maxLength={255}
              onChange={(event) => onDefaults(changed(defaults, field, event.currentTarget.value))}
            />
          </div>
        )
      })}
    </div>
  )
}

/** With another value; an empty one is none. */
function changed(before: Mapping, field: Field, value: string): Mapping {
  const { [field]: _, ...others } = before
  return value === '' ? others : { ...others, [field]: value }
}
