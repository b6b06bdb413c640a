import type { OperationOutput } from '../../app/api.ts'

export type Member = OperationOutput<'GET /members'>[number]

export type AuditEntry = OperationOutput<'GET /audit-log'>['content'][number]
