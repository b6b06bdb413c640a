import { Stack, Text } from '@mantine/core'
import { texts } from '../../texts/index.ts'
import type { Field, Limit } from './fields.ts'
import { Prose } from './prose.tsx'
import styles from './reference.module.css'

const { field: words } = texts.reference

interface FieldListProps {
  readonly fields: readonly (Field & { readonly place?: string })[]
  /** An answer has nearly all of its fields: the others are marked. */
  readonly isAnswer?: boolean
}

/** What fields there are, each with what is inside of it behind a line to open. */
export function FieldList({ fields, isAnswer = false }: FieldListProps) {
  return (
    <ul className={styles.fields}>
      {fields.map((field) => (
        <li key={`${field.place}${field.name}`}>
          <div className={styles.name}>
            <code>{field.name === '*' ? words.anyName : field.name}</code>
            <span>{typeText(field)}</span>
            {field.place && <span>{field.place}</span>}
            {field.isRequired && !isAnswer && <span data-required>{words.required}</span>}
            {!field.isRequired && isAnswer && <span>{words.optional}</span>}
          </div>
          {field.description !== undefined && <Prose>{field.description}</Prose>}
          <Facts field={field} />
          <Inside field={field} isAnswer={isAnswer} />
        </li>
      ))}
    </ul>
  )
}

interface FieldProps {
  readonly field: Field
  readonly isAnswer?: boolean
}

/** A field that needs no name: a whole body, or an answer. */
export function FieldDetails({ field, isAnswer = false }: FieldProps) {
  const isPlain = field.fields.length === 0 && field.variants.length === 0
  return (
    <Stack gap="xs">
      {(field.isList || isPlain) && (
        <Text size="sm" c="dimmed">
          {typeText(field)}
        </Text>
      )}
      {field.description !== undefined && <Prose c="dimmed">{field.description}</Prose>}
      <Facts field={field} />
      {field.fields.length > 0 && <FieldList fields={field.fields} isAnswer={isAnswer} />}
      <Variants field={field} isAnswer={isAnswer} />
    </Stack>
  )
}

/** `list of string or null`. */
function typeText({ types, variants, isList, isNullable }: Field): string {
  const plain = types.length === 0 ? words.any : types.join(' or ')
  const type = variants.length > 0 ? words.oneOf(variants.length) : plain
  return [...(isList ? [words.listOf] : []), type, ...(isNullable ? [words.nullable] : [])].join(
    ' ',
  )
}

const limitText = ({ kind, value }: Limit): string => words.limits[kind](value)

function Facts({ field: { limits, values } }: { readonly field: Field }) {
  return (
    <>
      {limits.length > 0 && (
        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {limits.map(limitText).join(', ')}
        </Text>
      )}
      {values.length > 0 && (
        <div className={styles.values}>
          <span>{values.length === 1 ? words.always : words.values}</span>
          {values.map((value) => (
            <code key={value} className={styles.code}>
              {value}
            </code>
          ))}
        </div>
      )}
    </>
  )
}

function Inside({ field, isAnswer = false }: FieldProps) {
  const { fields, isCut } = field
  return (
    <>
      {isCut && (
        <Text size="xs" c="dimmed">
          {words.cut}
        </Text>
      )}
      {fields.length > 0 && (
        <details className={styles.inside}>
          <summary>{words.inside(fields.length)}</summary>
          <FieldList fields={fields} isAnswer={isAnswer} />
        </details>
      )}
      <Variants field={field} isAnswer={isAnswer} />
    </>
  )
}

/** The forms of which it has one. */
function Variants({ field: { variants }, isAnswer = false }: FieldProps) {
  return variants.map(({ name, fields }) => (
    <details key={name} className={styles.inside}>
      <summary>{name}</summary>
      <FieldList fields={fields} isAnswer={isAnswer} />
    </details>
  ))
}
