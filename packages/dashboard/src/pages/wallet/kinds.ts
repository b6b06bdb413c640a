import type { OperationOutput } from '../../app/api.ts'
import type { Tone } from '../../components/status-chip.tsx'

export type Wallet = OperationOutput<'GET /wallet'>
export type Transfer = OperationOutput<'GET /wallet/statement'>['content'][number]
export type FundingRequest = OperationOutput<'GET /funding-requests'>['content'][number]
export type FundingState = FundingRequest['state']

export const toneOf: Readonly<Record<FundingState, Tone>> = {
  pending: 'waiting',
  approved: 'good',
  declined: 'bad',
  cancelled: 'off',
}
