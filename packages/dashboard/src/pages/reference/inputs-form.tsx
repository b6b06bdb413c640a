import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core'
import { texts } from '../../texts/index.ts'
import type { Parameter } from './openapi.ts'
import type { Operation } from './operations.ts'
import styles from './reference.module.css'
import type { Inputs } from './request.ts'

const { try: words } = texts.reference

interface InputsFormProps {
  readonly operation: Operation
  readonly inputs: Inputs
  readonly onChange: (inputs: Inputs) => void
  /** The names of what has to be filled in. */
  readonly missing: readonly string[]
}

/** A field for each parameter, and one for the body. */
export function InputsForm({ operation, inputs, onChange, missing }: InputsFormProps) {
  const { parameters, bodies } = operation
  const setParameter = (name: string, value: string) =>
    onChange({ ...inputs, parameters: { ...inputs.parameters, [name]: value } })
  return (
    <>
      {parameters.length > 0 && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="sm">
          {parameters.map((parameter) => (
            <ParameterField
              key={`${parameter.in} ${parameter.name}`}
              parameter={parameter}
              value={inputs.parameters[parameter.name] ?? ''}
              onChange={(value) => setParameter(parameter.name, value)}
              isMissing={missing.includes(parameter.name)}
            />
          ))}
        </SimpleGrid>
      )}
      {bodies.length > 0 && (
        <Textarea
          label={words.body}
          value={inputs.body}
          onChange={(event) => onChange({ ...inputs, body: event.currentTarget.value })}
          error={isJson(inputs.body) ? undefined : words.notJson}
          autosize
          minRows={4}
          maxRows={24}
          spellCheck={false}
          classNames={{ input: styles.json ?? '' }}
        />
      )}
    </>
  )
}

interface ParameterFieldProps {
  readonly parameter: Parameter
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isMissing: boolean
}

function ParameterField({ parameter, value, onChange, isMissing }: ParameterFieldProps) {
  const { name, required, description, schema, example } = parameter
  const choices = schema.type === 'boolean' ? ['true', 'false'] : schema.enum?.map(String)
  const isMode = name === 'mode'
  const hint = isMode ? words.pageMode : description?.replaceAll('`', '')
  const field = {
    label: name,
    description: hint,
    required,
    value,
    error: isMissing ? words.missing(name) : undefined,
    classNames: { label: 'mono' },
    // Beside a longer description, fields still stand in one line.
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      | 'label'
      | 'input'
      | 'description'
      | 'error'
    )[],
  }
  if (choices !== undefined && !isMode) {
    return (
      <Select
        {...field}
        value={value === '' ? null : value}
        data={choices}
        clearable={!required}
        placeholder={placeholderOf(schema.default)}
        onChange={(choice) => onChange(choice ?? '')}
      />
    )
  }
  return (
    <TextInput
      {...field}
      placeholder={placeholderOf(schema.default ?? example)}
      autoComplete="off"
      readOnly={isMode}
      // A browser's own refusal would be in the place of the page's words.
      required={false}
      withAsterisk={required}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

const placeholderOf = (value: unknown): string | undefined =>
  value === undefined ? undefined : String(value)

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
