import { manage, type TestAccount, type TestApp } from '../../../test/harness.ts'
import { until } from '../../../test/until.ts'

export type Caller = Pick<TestAccount, 'headers'>

type Line = Parameters<typeof manage>[2]

export interface DetailBody {
  readonly id: number
  readonly state: string
  readonly rows: Readonly<Record<'total' | 'ready' | 'placed' | 'skipped' | 'failed', number>>
  readonly duplicates: number
  readonly costLeft: number
  readonly wallet: { readonly balance: number; readonly balanceAfter: number }
}

interface RowBody {
  readonly line: number
  readonly state: string
  readonly given: Readonly<Record<string, string>>
  readonly identifier: string | null
  readonly product: { readonly productName: string } | null
  readonly problems: readonly { readonly field: string | null; readonly message: string }[]
  readonly duplicateOf: number | null
  readonly transactionId: number | null
  readonly bulkOrderId: number | null
}

interface PageBody {
  readonly content: readonly DetailBody[]
  readonly hasMore: boolean
}

/** What a caller does with bulk orders over HTTP. */
export function openBulk(app: Pick<TestApp, 'http'>, caller: Caller, mode = 'test') {
  function send(line: Line, inMode = mode, body?: object) {
    const sign = line.includes('?') ? '&' : '?'
    return manage(app, caller, `${line}${sign}mode=${inMode}` as Line, body)
  }

  async function read<Body>(line: Line, body?: object): Promise<Body> {
    const response = await send(line, mode, body)
    if (response.statusCode >= 300) throw new Error(`${line}: ${response.body}`)
    return response.json() as Body
  }

  return {
    send,
    create: (body: object) => read<DetailBody>('POST /bulk-orders', { name: 'Test', ...body }),
    page: (query: string) => read<PageBody>(`GET /bulk-orders${query}`),
    command: ({ id }: DetailBody, command: string) =>
      read<DetailBody>(`POST /bulk-orders/${id}/${command}`),
    async rows({ id }: DetailBody, query = '') {
      return (await read<{ content: RowBody[] }>(`GET /bulk-orders/${id}/rows${query}`)).content
    },
    /** Waits until it is in this state, and what else is expected of it is so. */
    until: (
      { id }: DetailBody,
      state: string,
      isSo: (detail: DetailBody) => boolean = () => true,
    ): Promise<DetailBody> =>
      until(`bulk order ${id} is ${state} as expected`, async () => {
        const detail = await read<DetailBody>(`GET /bulk-orders/${id}`)
        return detail.state === state && isSo(detail) && detail
      }),
    /** The data of the events of one type, of which there are few. */
    async events(type: string) {
      const page = await read<{ content: { data: object }[] }>(`GET /events?types=${type}`)
      return page.content.map(({ data }) => data)
    },
  }
}
