import type { Document } from '../../../packages/server/test/contract.ts'

/** One way in which the document says that an operation can answer. */
export interface DocumentedAnswer {
  readonly status: number
  /** Of an error: its name in the document; of an answer, its media type; empty for no body. */
  readonly name: string
  /** Of an error: the sentence, with {placeholders}. */
  readonly sentence?: string
  /** Of an error that has one. */
  readonly code?: string | null
}

export interface Operation {
  readonly id: string
  readonly method: string
  /** With {names} for parameters. */
  readonly template: string
  readonly path: RegExp
  /** Who may call: a client, who manages an account, who is signed in, or anybody. */
  readonly access: 'client' | 'manage' | 'session' | 'none'
  /** Whether it is about one mode of an account, by its query or its body. */
  readonly hasMode: boolean
  /** What the client or the access token must be good for, if it takes one. */
  readonly scope: string | undefined
  /** Of the body; undefined when it takes none. */
  readonly example: Readonly<Record<string, unknown>> | undefined
  readonly answers: readonly DocumentedAnswer[]
}

interface OperationObject {
  readonly operationId: string
  readonly parameters?: readonly { readonly name: string }[]
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly example: Record<string, unknown>; readonly schema: object }>
    >
  }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, Media>> }>
  >
}

interface Media {
  readonly examples?: Readonly<
    Record<
      string,
      { readonly summary: string; readonly value: { readonly errorCode: string | null } }
    >
  >
}

/** The operations of an OpenAPI document with every answer that it promises. */
export function readOperations({ paths, components }: Document): Operation[] {
  return Object.entries(paths).flatMap(([template, item]) =>
    Object.entries(item).map(([method, value]) => {
      const operation = value as OperationObject
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        template,
        path: toPattern(template),
        access: accessOf(operation),
        hasMode: hasMode(operation, components),
        scope: scopeOf(operation),
        example: operation.requestBody?.content['application/json']?.example,
        answers: Object.entries(operation.responses).flatMap(([status, { content }]) =>
          readAnswers(Number(status), content),
        ),
      }
    }),
  )
}

function scopeOf({ security = [] }: OperationObject): string | undefined {
  const [way = {}] = security
  return (way.managementToken ?? way.clientCredentials)?.[0]
}

function accessOf({ security }: OperationObject): Operation['access'] {
  const takes = (way: string) => security?.some((each) => way in each)
  if (security?.length === 0) return 'none'
  if (takes('managementToken')) return 'manage'
  return takes('dashboardSession') ? 'session' : 'client'
}

function hasMode(
  { parameters = [], requestBody }: OperationObject,
  { schemas }: Document['components'],
): boolean {
  const { $ref = '' } = (requestBody?.content['application/json']?.schema ?? {}) as {
    $ref?: string
  }
  const body = schemas[$ref.split('/').at(-1) ?? '']
  return parameters.some(({ name }) => name === 'mode') || 'mode' in (body?.properties ?? {})
}

function readAnswers(
  status: number,
  content: Readonly<Record<string, Media>> | undefined,
): DocumentedAnswer[] {
  if (content === undefined) return [{ status, name: '' }]
  return Object.entries(content).flatMap(([type, { examples }]): DocumentedAnswer[] => {
    if (status < 400 || examples === undefined) return [{ status, name: type }]
    return Object.entries(examples).map(([name, { summary, value }]) => ({
      status,
      name,
      sentence: summary,
      code: value.errorCode,
    }))
  })
}

/**
 * What of the document an answer is; undefined when it is nothing that was promised. Of two
 * sentences that fit it is the one that says more.
 */
export function findAnswer(
  { answers }: Operation,
  { status, contentType, text }: { status: number; contentType: string; text: string },
): DocumentedAnswer | undefined {
  const candidates = answers.filter((answer) => answer.status === status)
  if (status === 304) return candidates[0]
  if (status < 400) return candidates.find(({ name }) => name === contentType)
  const { message, errorCode } = JSON.parse(text) as { message: string; errorCode: string | null }
  const fitting = candidates.filter(
    ({ code, sentence = '' }) => code === errorCode && toPattern(sentence, '.*').test(message),
  )
  return fitting.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0]
}

/** Without the {placeholders}. */
const lengthOf = ({ sentence = '' }: DocumentedAnswer) => sentence.replace(/\{\w+\}/g, '').length

/** A text with {placeholders} as a pattern. */
function toPattern(template: string, placeholder = '[^/]+'): RegExp {
  const quoted = template.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${quoted.replace(/\\\{\w+\\\}/g, placeholder)}$`, 's')
}
