/** The years of the API that a client can be pinned to. */
export const dialects = ['2021-11', '2022-06', '2026-10'] as const

export type Dialect = (typeof dialects)[number]

export function readDialect(name: string): Dialect {
  const dialect = dialects.find((known) => known === name)
  if (dialect === undefined) throw new Error(`${name} is none of ${dialects.join(', ')}`)
  return dialect
}
