import type { Product } from '../model.ts'

/** Finds products by words of their names, brands and countries, and by their ids. */
export interface ProductSearch {
  /**
   * How well each product fits that has every word, or the beginning or a part
   * of one; a word that nothing has may be one that is spelt wrongly.
   */
  find(text: string): ReadonlyMap<Product, number>
}

/** More words than anybody types, few enough to look each of them up. */
const WORDS_MAX = 8

const EXACT = 8
const BEGINNING = 4
const PART = 2
const MISSPELT = 1

/** Made once for a catalogue: 20,000 products take about 60 ms, a search of them less than 5. */
export function createProductSearch(
  products: Iterable<Product>,
  countryNameOf: (code: string) => string,
): ProductSearch {
  const byWord = new Map<string, Product[]>()
  for (const product of products) {
    for (const word of wordsOfProduct(product, countryNameOf)) {
      const known = byWord.get(word)
      if (known === undefined) byWord.set(word, [product])
      else known.push(product)
    }
  }

  function findWord(word: string): Map<Product, number> {
    const found = new Map<Product, number>()
    for (const [known, having] of byWord) {
      const score = scoreOf(known, word)
      if (score === 0) continue
      for (const product of having) found.set(product, Math.max(found.get(product) ?? 0, score))
    }
    return found
  }

  function findMisspelt(word: string): Map<Product, number> {
    const found = new Map<Product, number>()
    const slips = slipsAllowed(word)
    if (slips === 0) return found
    for (const [known, having] of byWord) {
      if (!isWithin(known, word, slips)) continue
      for (const product of having) found.set(product, MISSPELT)
    }
    return found
  }

  return {
    find(text) {
      const words = wordsOf(text).slice(0, WORDS_MAX)
      return (
        words
          .map((word) => {
            const found = findWord(word)
            return found.size > 0 ? found : findMisspelt(word)
          })
          .reduce(intersect, undefined as Map<Product, number> | undefined) ?? new Map()
      )
    },
  }
}

function intersect(
  one: Map<Product, number> | undefined,
  other: Map<Product, number>,
): Map<Product, number> {
  if (one === undefined) return other
  const both = new Map<Product, number>()
  for (const [product, score] of one) {
    const more = other.get(product)
    if (more !== undefined) both.set(product, score + more)
  }
  return both
}

function scoreOf(known: string, word: string): number {
  if (known === word) return EXACT
  if (known.startsWith(word)) return BEGINNING
  return word.length >= 3 && known.includes(word) ? PART : 0
}

function wordsOfProduct(
  { id, name, brand, countryCode }: Product,
  countryNameOf: (code: string) => string,
): Set<string> {
  const own = wordsOf(`${name} ${brand.name} ${countryNameOf(countryCode)} ${countryCode} ${id}`)
  // `PlayStation` is looked for as two words, and `Google Play` as one.
  return new Set([...own, wordsOf(brand.name).join('')])
}

const ACCENTS = /\p{M}/gu

/** In lower case, without accents. */
function wordsOf(text: string): string[] {
  const plain = text.normalize('NFKD').replace(ACCENTS, '').toLowerCase()
  return plain.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Short words and numbers would be anything. */
function slipsAllowed(word: string): number {
  if (word.length < 4 || /\d/.test(word)) return 0
  return word.length < 8 ? 1 : 2
}

/** Whether one word becomes the other by so many letters that are missing, wrong, swapped or too many. */
export function isWithin(one: string, other: string, slips: number): boolean {
  if (Math.abs(one.length - other.length) > slips) return false
  let before: number[] = []
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1]
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      next.push(
        Math.min(
          at(row, j) + 1,
          at(next, j - 1) + 1,
          at(row, j - 1) + (isSame ? 0 : 1),
          isSwapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    if (Math.min(...next) > slips) return false
    before = row
    row = next
  }
  return at(row, other.length) <= slips
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY
