import { parseDecimal } from '../../core/decimal.ts'
import { MAX_MICROS, MICRO_PLACES, MICROS_PER_UNIT, type Micros } from '../../core/money.ts'

/** What is wrong with one field; the message goes on where the field's name ends. */
export interface Problem {
  /** Path in its row, such as `brand.brandId` or `fixedRecipientDenominations[2]`. */
  readonly field: string
  readonly message: string
}

interface AmountBounds {
  /** Zero unless stated. */
  readonly min?: Micros
  readonly max?: Micros
  /** What an absent field means; one without this has to be there. */
  readonly absent?: Micros
}

/**
 * Reads the fields of one JSON object. What is wrong with them is kept and
 * reading goes on with something harmless, so that a row is told all that is
 * wrong with it at once: what was read counts only while there is no problem.
 */
export class Fields {
  readonly #source: Readonly<Record<string, unknown>>
  readonly #prefix: string
  readonly #log: { readonly problems: Problem[]; readonly unread: Set<string> }

  private constructor(
    source: Readonly<Record<string, unknown>>,
    prefix: string,
    log: { readonly problems: Problem[]; readonly unread: Set<string> },
  ) {
    this.#source = source
    this.#prefix = prefix
    this.#log = log
    for (const name in source) log.unread.add(prefix + name)
  }

  static of(source: unknown): Fields {
    const log = { problems: [], unread: new Set<string>() }
    const fields = new Fields(isObject(source) ? source : {}, '', log)
    if (!isObject(source)) fields.refuse('', 'is no object')
    return fields
  }

  get problems(): readonly Problem[] {
    return this.#log.problems
  }

  /** The fields that nobody has asked for, here and in the objects that were read inside. */
  get unread(): ReadonlySet<string> {
    return this.#log.unread
  }

  /** The fields as they are, without those that are absent. */
  copy(names: readonly string[]): Record<string, unknown> {
    const present = names.filter((name) => this.#source[name] !== undefined)
    return Object.fromEntries(present.map((name) => [name, this.#source[name]]))
  }

  refuse(name: string, message: string): void {
    this.#log.problems.push({ field: this.#prefix + name, message })
  }

  /** The value as it is; undefined for null as well, which means the same on the wire. */
  take(name: string): unknown {
    this.#log.unread.delete(this.#prefix + name)
    return this.#source[name] ?? undefined
  }

  has(name: string): boolean {
    return this.take(name) !== undefined
  }

  /** True when the field is there and says null. */
  isNull(name: string): boolean {
    return this.#source[name] === null
  }

  /** A name or a code, which is never empty; one with nothing to stand for it has to be there. */
  name(name: string, absent?: string): string {
    const value = this.take(name) ?? absent
    if (value === '') this.refuse(name, 'is empty')
    return this.#text(name, value, NAME_MAX)
  }

  text(name: string, max: number, absent: string): string {
    return this.#text(name, this.take(name) ?? absent, max)
  }

  #text(name: string, value: unknown, max: number): string {
    if (typeof value !== 'string') return this.#refuseType(name, value, 'text', '')
    if (value.length > max) this.refuse(name, `is longer than ${max} characters`)
    else if (!isStorable(value)) this.refuse(name, 'has a character that cannot be stored')
    return value
  }

  /** An address of http or https; null when there is none. */
  address(name: string): string | null {
    const value = this.take(name)
    return value === undefined ? null : this.#address(name, value)
  }

  #address(name: string, value: unknown): string {
    const text = this.#text(name, value, ADDRESS_MAX)
    if (typeof value === 'string' && !(/^https?:\/\//i.test(text) && URL.canParse(text))) {
      this.refuse(name, 'is no address of http or https')
    }
    return text
  }

  addresses(name: string, max: number): string[] | null {
    return (
      this.list(name, max)?.map((each, index) => this.#address(`${name}[${index}]`, each)) ?? null
    )
  }

  boolean(name: string, absent: boolean): boolean {
    const value = this.take(name) ?? absent
    return typeof value === 'boolean'
      ? value
      : this.#refuseType(name, value, 'true or false', absent)
  }

  /** A whole number from 1. */
  id(name: string, max: bigint): bigint {
    const value = this.take(name)
    // As text where a float would not hold it.
    const isNumber = typeof value === 'number' || typeof value === 'string'
    const id = isNumber ? parseDecimal(String(value), 0) : undefined
    if (id === undefined) return this.#refuseType(name, value, 'a whole number', 1n)
    if (id < 1n || id > max) this.refuse(name, `must be from 1 to ${max}`)
    return id
  }

  /** In micro-units: up to 15 digits a float is printed as it was written, so that this is exact. */
  amount(name: string, bounds: AmountBounds = {}): Micros {
    const value = this.take(name)
    if (value === undefined && bounds.absent !== undefined) return bounds.absent
    return this.#amount(name, value, bounds)
  }

  amounts(name: string, max: number, bounds: AmountBounds = {}): Micros[] {
    const values = this.list(name, max) ?? []
    return values.map((value, index) => this.#amount(`${name}[${index}]`, value, bounds))
  }

  #amount(name: string, value: unknown, { min = 0n, max = MAX_MICROS }: AmountBounds): Micros {
    if (typeof value !== 'number') return this.#refuseType(name, value, 'a number', 1n)
    const amount = parseDecimal(String(value), MICRO_PLACES)
    if (amount === undefined) {
      this.refuse(name, 'must be a number with at most 6 decimals')
    } else if (amount < min) {
      this.refuse(name, min > 0n ? 'must be more than 0' : 'must not be negative')
    } else if (amount > max) {
      this.refuse(name, `must not be more than ${max / MICROS_PER_UNIT}`)
    }
    return amount ?? 1n
  }

  list(name: string, max: number): readonly unknown[] | undefined {
    const value = this.take(name)
    if (value === undefined) return undefined
    if (!Array.isArray(value)) return this.#refuseType(name, value, 'a list', undefined)
    if (value.length > max) this.refuse(name, `has more than ${max} entries`)
    return value
  }

  /** Its problems and what nobody asks it for are told here; empty when it is absent. */
  object(name: string): Fields {
    const value = this.take(name)
    if (value !== undefined && !isObject(value)) this.refuse(name, 'is no object')
    return new Fields(isObject(value) ? value : {}, `${this.#prefix}${name}.`, this.#log)
  }

  #refuseType<Value>(name: string, value: unknown, kind: string, instead: Value): Value {
    this.refuse(name, value === undefined || value === null ? 'is missing' : `must be ${kind}`)
    return instead
  }
}

const NAME_MAX = 255
const ADDRESS_MAX = 2_048

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** PostgreSQL stores no NUL and no half of a surrogate pair. */
function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}

/** The same of everything in a JSON value, which may be `depth` levels deep. */
export function isStorableJson(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isStorable(value)
  if (typeof value !== 'object' || value === null) return true
  if (depth === 0) return false
  return Object.entries(value).every(
    ([name, part]) => isStorable(name) && isStorableJson(part, depth - 1),
  )
}
