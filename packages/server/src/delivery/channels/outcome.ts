/** What became of one try to send a message. */
export type Outcome =
  | { readonly type: 'accepted'; readonly reference: string | null; readonly answer: string }
  /** It may go through later. */
  | { readonly type: 'deferred'; readonly answer: string; readonly retryAfter?: number }
  /** It never will; `bounced` when that is because of the recipient's address. */
  | { readonly type: 'failed' | 'bounced'; readonly answer: string }

export const deferred = (answer: string, retryAfter?: number): Outcome =>
  retryAfter === undefined ? { type: 'deferred', answer } : { type: 'deferred', answer, retryAfter }
