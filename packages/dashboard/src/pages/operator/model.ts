import type { OperationOutput } from '../../app/api.ts'

export type ExchangeRate = OperationOutput<'GET /operator/rates'>['content'][number]

export type Health = OperationOutput<'GET /operator/health'>

export type AccountPrice =
  OperationOutput<'GET /operator/accounts/{accountId}/prices'>['content'][number]
