import { Stack, Text } from '@mantine/core'
import { audiences } from '../../app/first-calls.ts'
import { useMode } from '../../app/mode.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { JsonView } from '../../components/json-view.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { FieldDetails, FieldList } from './field-list.tsx'
import { type Field, fieldOf, type Schemas } from './fields.ts'
import type { Parameter } from './openapi.ts'
import { type Operation, type Shape, successOf } from './operations.ts'
import styles from './reference.module.css'
import { Refusals } from './refusals.tsx'
import { exampleInputs, requestOf } from './request.ts'
import { samplesOf } from './samples.ts'

const words = texts.reference

export interface OperationProps {
  readonly operation: Operation
  readonly schemas: Schemas
  /** A test client of the account. */
  readonly clientId: string | undefined
}

/** How an operation is called and what it answers, beside code that does it. */
export function Documentation({ operation, schemas, clientId }: OperationProps) {
  const { parameters, bodies, answers } = operation
  const success = successOf(answers)
  const [body] = bodies
  return (
    <div className={styles.columns}>
      <Stack gap="lg" className={styles.asked}>
        {parameters.length > 0 && (
          <Section title={words.parameters}>
            <FieldList fields={parameters.map((each) => parameterField(each, schemas))} />
          </Section>
        )}
        {body?.schema && (
          <Section
            title={words.body}
            text={words.bodyTypes(bodies.map(({ mediaType }) => mediaType).join(', '))}
          >
            <FieldDetails field={fieldOf(body.schema, schemas)} />
          </Section>
        )}
      </Stack>
      <Samples operation={operation} schemas={schemas} clientId={clientId} />
      <Stack gap="lg" className={styles.answered}>
        {success && (
          <Section title={words.answer(`${success.status} ${success.title}`)}>
            <Shapes shapes={success.shapes} schemas={schemas} />
          </Section>
        )}
        <Refusals answers={answers.filter((each) => each !== success)} schemas={schemas} />
      </Stack>
    </div>
  )
}

function parameterField(parameter: Parameter, schemas: Schemas): Field & { place: string } {
  const { name, required, schema } = parameter
  const description = parameter.description ?? (name === 'Accept' ? words.accept : undefined)
  const field = fieldOf(schema, schemas, { name, isRequired: required, description })
  return { ...field, place: words.places[parameter.in] }
}

interface ShapesProps {
  readonly shapes: readonly Shape[]
  readonly schemas: Schemas
}

/** The fields of an answer, for each media type that it has. */
function Shapes({ shapes, schemas }: ShapesProps) {
  if (shapes.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {words.noBody}
      </Text>
    )
  }
  return (
    <Stack>
      {shapes.map(({ mediaType, schema }) => (
        <div key={mediaType}>
          {shapes.length > 1 && <code className={styles.code}>{mediaType}</code>}
          {schema !== undefined && /json/.test(mediaType) ? (
            <FieldDetails field={fieldOf(schema, schemas)} isAnswer />
          ) : (
            <Text size="sm" c="dimmed">
              {words.noJson(mediaType)}
            </Text>
          )}
        </div>
      ))}
    </Stack>
  )
}

/** Code and answer are seen together, beneath the bars of the shell. */
const HALF = 'max(12rem, calc(50dvh - 7.5rem))'

/** Programs for the operation's example, and what they are answered. */
function Samples({ operation, clientId }: OperationProps) {
  const mode = useMode()
  const { access, answers } = operation
  // The client is one of test mode.
  const own = mode === 'test' ? clientId : undefined
  const inputs = exampleInputs(operation, {
    mode,
    audience: audiences[mode],
    ...(own !== undefined && { client_id: own }),
  })
  const request = requestOf(operation, inputs)
  const success = successOf(answers)
  const facts = { request, access, origin: location.origin, mode, clientId: own }
  return (
    <div className={styles.samples}>
      {access === 'session' ? (
        <Text size="sm" c="dimmed">
          {words.sessionOnly}
        </Text>
      ) : (
        <CodeBlock code={samplesOf(facts)} maxHeight={HALF} />
      )}
      {success?.shapes
        .filter(({ example }) => example !== undefined)
        .map(({ mediaType, example }) => (
          <JsonView
            key={mediaType}
            title={success.shapes.length > 1 ? mediaType : words.example(success.status)}
            value={example}
            maxHeight={HALF}
          />
        ))}
    </div>
  )
}
