/** Buckets per doubling of the value: neighbouring buckets differ by 1.1 %. */
const BUCKETS_PER_OCTAVE = 64
/** 2^26 µs are 67 s; what takes longer is counted in the last bucket. */
const OCTAVES = 26

/**
 * Latencies, kept in logarithmic buckets: constant memory and no allocation
 * per answer, for an error of 1.1 % at most. The highest value is kept exactly.
 */
export class Histogram {
  readonly #counts = new Uint32Array(BUCKETS_PER_OCTAVE * OCTAVES)
  #total = 0
  #maxMicros = 0

  get total(): number {
    return this.#total
  }

  get maxMicros(): number {
    return this.#maxMicros
  }

  add(micros: number): void {
    const bucket = Math.floor(Math.log2(Math.max(1, micros)) * BUCKETS_PER_OCTAVE)
    const index = Math.min(bucket, this.#counts.length - 1)
    this.#counts[index] = (this.#counts[index] ?? 0) + 1
    this.#total += 1
    if (micros > this.#maxMicros) this.#maxMicros = micros
  }

  /** The value that the given share (0 to 1) of all answers did not exceed, rounded up. */
  percentileMicros(share: number): number {
    const rank = Math.ceil(this.#total * share)
    let seen = 0
    for (const [bucket, count] of this.#counts.entries()) {
      seen += count
      if (seen < rank) continue
      const isLast = bucket === this.#counts.length - 1
      const upperMicros = isLast ? this.#maxMicros : 2 ** ((bucket + 1) / BUCKETS_PER_OCTAVE)
      return Math.min(upperMicros, this.#maxMicros)
    }
    return this.#maxMicros
  }
}
