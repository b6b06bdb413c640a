import Type, { type Static } from 'typebox'
import { defineErrors } from '../core/errors.ts'

/** Errors that any endpoint can answer, before or instead of its domain. */
export const httpErrors = defineErrors({
  malformedBody: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'The request body is not valid JSON: {reason}',
  },
  bodyNotObject: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'The request body must be a JSON object',
  },
  notUtf8: {
    status: 400,
    code: 'INVALID_INPUT_PROVIDED',
    message: 'The request body is not valid UTF-8',
  },
  bodyTooLarge: {
    status: 413,
    code: 'PAYLOAD_TOO_LARGE',
    message: 'The request body is larger than the {max} bytes that this endpoint accepts',
  },
  unsupportedMediaType: {
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'Send the request body as Content-Type {accepted}',
  },
  malformedRequest: {
    status: 400,
    code: 'MALFORMED_REQUEST',
    message: 'The request is not valid HTTP',
  },
  headersTooLarge: {
    status: 431,
    code: 'HEADERS_TOO_LARGE',
    message: 'The headers of the request are larger than 16 KiB',
  },
  stopping: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message: 'The server is stopping. Nothing was done, send the request again',
  },
  unavailable: {
    status: 503,
    code: 'SERVICE_UNAVAILABLE',
    message:
      'The service is not available at the moment. If this was an order, look it up by its ' +
      'customIdentifier before you send it again',
  },
  internal: {
    status: 500,
    code: 'INTERNAL_ERROR',
    message: 'An unexpected error occurred. It has been logged under request id {requestId}',
  },
})

const WireTime = Type.String({ description: '`yyyy-MM-dd HH:mm:ss`, in UTC.' })

/** The wire's error envelope. */
export const ErrorOut = Type.Object(
  {
    timeStamp: WireTime,
    message: Type.String({ description: 'A sentence for people.' }),
    path: Type.String({ description: 'The path of the request, without its query.' }),
    errorCode: Type.Union([Type.String(), Type.Null()], {
      description: 'For programs; some errors of the contract have none.',
    }),
    infoLink: Type.Null(),
    details: Type.Array(Type.Object({ field: Type.String() }), {
      description: 'The field at fault, where the sentence does not name it.',
    }),
  },
  { title: 'Error', description: 'What every refusal looks like.' },
)

export type ErrorOut = Static<typeof ErrorOut>

/** The answer to an unknown route: the original's framework has a body of its own for it. */
export const NotFoundOut = Type.Object(
  {
    timeStamp: WireTime,
    status: Type.Literal(404),
    error: Type.Literal('Not Found'),
    message: Type.Literal('No message available'),
    path: Type.String({ description: 'The path of the request, without its query.' }),
    errorCode: Type.Null(),
    infoLink: Type.Null(),
    details: Type.Array(Type.Object({ field: Type.String() }), { maxItems: 0 }),
  },
  { title: 'NotFound', description: 'The answer to a path and method that are no endpoint.' },
)

export type NotFoundOut = Static<typeof NotFoundOut>
