import type { OperationOutput } from '../../app/api.ts'

export type Client = OperationOutput<'GET /clients'>[number]

/** A client with its secret, which is shown once. */
export type NewClient = OperationOutput<'POST /clients'>
