import type { OperationOutput } from '../../app/api.ts'

export type Overview = OperationOutput<'GET /overview'>
