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

/** The wire's error envelope. `details` names the field where the sentence does not. */
export interface ErrorOut {
  readonly timeStamp: string
  readonly message: string
  readonly path: string
  readonly errorCode: string | null
  readonly infoLink: null
  readonly details: readonly { readonly field: string }[]
}
