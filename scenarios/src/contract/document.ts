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
  /** Whether it takes a bearer token. */
  readonly isSecured: boolean
  readonly takesBody: boolean
  readonly answers: readonly DocumentedAnswer[]
}

interface OperationObject {
  readonly operationId: string
  readonly security?: readonly unknown[]
  readonly requestBody?: unknown
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
export function readOperations({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([template, item]) =>
    Object.entries(item).map(([method, value]) => {
      const operation = value as OperationObject
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        template,
        path: toPattern(template),
        isSecured: operation.security?.length !== 0,
        takesBody: operation.requestBody !== undefined,
        answers: Object.entries(operation.responses).flatMap(([status, { content }]) =>
          readAnswers(Number(status), content),
        ),
      }
    }),
  )
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

/** What of the document an answer is; undefined when it is nothing that was promised. */
export function findAnswer(
  { answers }: Operation,
  { status, contentType, text }: { status: number; contentType: string; text: string },
): DocumentedAnswer | undefined {
  const candidates = answers.filter((answer) => answer.status === status)
  if (status === 304) return candidates[0]
  if (status < 400) return candidates.find(({ name }) => name === contentType)
  const { message, errorCode } = JSON.parse(text) as { message: string; errorCode: string | null }
  return candidates.find(
    ({ code, sentence = '' }) => code === errorCode && toPattern(sentence, '.*').test(message),
  )
}

/** A text with {placeholders} as a pattern. */
function toPattern(template: string, placeholder = '[^/]+'): RegExp {
  const quoted = template.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`^${quoted.replace(/\\\{\w+\\\}/g, placeholder)}$`, 's')
}
