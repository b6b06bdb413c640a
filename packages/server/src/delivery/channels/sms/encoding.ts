/**
 * How long a text message is (3GPP TS 23.038 and 23.040): in the GSM alphabet 160 characters fit
 * into one segment, with any other character only 70; of a message of several segments each holds
 * a little less.
 */
export interface SmsSize {
  readonly encoding: 'GSM-7' | 'UCS-2'
  /** Septets or 16-bit units; what is outside the basic table counts as two. */
  readonly units: number
  readonly segments: number
}

const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
)

/** Reached by an escape, so that each counts as two. */
const EXTENSION = new Set('\f^{}\\[~]|€')

const CAPACITY = {
  'GSM-7': { single: 160, part: 153 },
  'UCS-2': { single: 70, part: 67 },
} as const

export function sizeOf(text: string): SmsSize {
  const costs = [...text].map((character) => gsmCost(character))
  const isGsm = costs.every((cost) => cost !== undefined)
  const encoding = isGsm ? 'GSM-7' : 'UCS-2'
  const sizes = isGsm ? costs.map((cost) => cost ?? 0) : [...text].map(({ length }) => length)
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const { single, part } = CAPACITY[encoding]
  return { encoding, units, segments: units <= single ? 1 : countParts(sizes, part) }
}

function gsmCost(character: string): number | undefined {
  if (BASIC.has(character)) return 1
  return EXTENSION.has(character) ? 2 : undefined
}

/** A character of two units is never divided between two segments. */
function countParts(sizes: readonly number[], capacity: number): number {
  let parts = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > capacity) {
      parts += 1
      used = 0
    }
    used += size
  }
  return parts
}
