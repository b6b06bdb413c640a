/** One page of a list. */
export interface Page<Item> {
  /** The items of this page; none past the end. */
  readonly items: readonly Item[]
  /** Counted from 1, as in the filters. */
  readonly page: number
  /** The most items that a page of this list has. */
  readonly size: number
  /** Of the whole list. */
  readonly totalItems: number
  /** Of the whole list; 0 when it is empty. */
  readonly totalPages: number
  /** Whether no page follows. */
  readonly isLast: boolean
}

export interface ListSource<Item> {
  readonly firstPage: number
  load(page: number): Promise<Page<Item>>
  /** What tells two items apart. */
  keyOf(item: Item): unknown
}

/**
 * A list that is asked for when it is used: awaiting it gives its first page,
 * iterating it gives every item of this page and the following ones, once.
 *
 * An item that is met again is passed over, because a list whose newest items
 * come first moves on while it is read.
 */
export class List<Item> implements PromiseLike<Page<Item>>, AsyncIterable<Item> {
  readonly #source: ListSource<Item>
  #first: Promise<Page<Item>> | undefined

  constructor(source: ListSource<Item>) {
    this.#source = source
  }

  // biome-ignore lint/suspicious/noThenProperty: that it can be awaited is what this class is for.
  then<Kept = Page<Item>, Caught = never>(
    onPage?: ((page: Page<Item>) => Kept | PromiseLike<Kept>) | null,
    onError?: ((reason: unknown) => Caught | PromiseLike<Caught>) | null,
  ): Promise<Kept | Caught> {
    return this.#load().then(onPage, onError)
  }

  catch<Caught>(
    onError: (reason: unknown) => Caught | PromiseLike<Caught>,
  ): Promise<Page<Item> | Caught> {
    return this.#load().catch(onError)
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    const met = new Set<unknown>()
    let page = await this.#load()
    for (;;) {
      for (const item of page.items) {
        const key = this.#source.keyOf(item)
        if (met.has(key)) continue
        met.add(key)
        yield item
      }
      if (page.isLast || page.items.length === 0) return
      page = await this.#source.load(page.page + 1)
    }
  }

  #load(): Promise<Page<Item>> {
    this.#first ??= this.#source.load(this.#source.firstPage)
    return this.#first
  }
}

/** The page envelope of the wire, which counts pages from 0. */
interface PageOut<Item> {
  readonly content: readonly Item[]
  readonly number: number
  readonly size: number
  readonly totalElements: number
  readonly totalPages: number
  readonly last: boolean
}

/** Reads the page envelope; a bare list, which some years answered, is the only page. */
export function toPage<Item>(body: unknown): Page<Item> {
  if (Array.isArray(body)) {
    const size = body.length
    const page = { page: 1, size, totalItems: size, totalPages: 1, isLast: true }
    return { items: body as Item[], ...page }
  }
  const { content, number, size, totalElements, totalPages, last } = body as PageOut<Item>
  return {
    items: content,
    page: number + 1,
    size,
    totalItems: totalElements,
    totalPages,
    isLast: last,
  }
}
