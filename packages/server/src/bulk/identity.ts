import { createHash } from 'node:crypto'
import type { PlaceOrder } from '../orders/index.ts'

/** What a row is known by, for ever. */
export interface Identity {
  readonly identifier: string
  /** The first line of the same content. */
  readonly duplicateOf: number | null
}

/**
 * Gives the rows of a file their identifiers: their own, or one that follows from what they say,
 * from how many rows before them say the same, and from what the file is for. So the same file
 * buys nothing twice, whoever uploads it and whenever, also when its rows are in another order or
 * some of them have been corrected: only what is new is bought.
 *
 * That was chosen over an identifier of the whole file and the line, under which a file that was
 * corrected in one row would buy all the others again.
 */
export function createIdentities(occasion: string) {
  const seen = new Map<string, { readonly line: number; count: number }>()
  return (order: PlaceOrder, line: number): Identity => {
    const content = contentOf(order)
    const known = seen.get(content) ?? { line, count: 0 }
    seen.set(content, known)
    known.count++
    return {
      identifier: order.customIdentifier ?? identifierOf(content, occasion, known.count),
      duplicateOf: known.count === 1 ? null : known.line,
    }
  }
}

/** The form never changes: it decides what has been bought. */
function contentOf(order: PlaceOrder): string {
  return JSON.stringify([
    order.productId.toString(),
    order.quantity,
    order.unitPrice?.toString() ?? '',
    order.senderName ?? '',
    order.recipientEmail?.toLowerCase() ?? '',
    order.recipientPhone?.digits ?? '',
    order.recipientUserId ?? '',
    order.customIdentifier ?? '',
  ])
}

/** The form never changes, either. */
function identifierOf(content: string, occasion: string, count: number): string {
  const text = JSON.stringify(['v1', occasion, count, content])
  return `bulk-${createHash('sha256').update(text).digest('base64url').slice(0, 27)}`
}
