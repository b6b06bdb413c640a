import { describe, expect } from 'vitest'
import { until } from '../../packages/server/test/until.ts'
import { countAnswer, expectAnswer, expectError } from '../src/contract/assertions.ts'
import { ISO_TIME, JSON_TYPE, manage } from '../src/contract/manager.ts'
import { refusals } from '../src/contract/refusals.ts'
import { operated } from '../src/contract/scenario.ts'
import { newIdentifier, theOperator } from '../src/contract/world.ts'

const BULK = '/manage/v1/bulk-orders'
const CSV_TYPE = 'text/csv; charset=utf-8'

interface BulkOrder {
  readonly id: number
  readonly state: string
  readonly rows: object
}

interface Row {
  readonly identifier: string | null
  readonly transactionId: number | null
}

/** A row that can be bought and one that cannot. */
const fileOf = (identifier: string) =>
  `productId,unitPrice,recipientEmail,customIdentifier\n5,5,jane@example.com,${identifier}\n5,5,jane@,\n`

async function upload(csv = fileOf(newIdentifier('bulk')), token?: string): Promise<BulkOrder> {
  const sent = { body: { name: 'Everybody', csv }, ...(token !== undefined && { token }) }
  return expectAnswer<BulkOrder>(await manage(`POST ${BULK}`, sent), JSON_TYPE, 201).body
}

const command = (id: number, name: string) => manage(`POST ${BULK}/${id}/${name}`)

async function commanded(id: number, name: string): Promise<BulkOrder> {
  return expectAnswer<BulkOrder>(await command(id, name), JSON_TYPE).body
}

describe('/manage/v1/bulk-orders', () => {
  operated('says of each row what it costs or what is wrong, and buys it when asked', async () => {
    const identifier = newIdentifier('bulk')
    const draft = await upload(fileOf(identifier))
    const { id } = draft
    expect(draft).toMatchObject({
      state: 'draft',
      rows: { total: 2, ready: 1, invalid: 1, skipped: 0, placed: 0, failed: 0, cancelled: 0 },
      createdAt: ISO_TIME,
      startedAt: null,
    })
    expect(await commanded(id, 'start')).toMatchObject({ startedAt: ISO_TIME })
    const done = await until('it is completed', async () => {
      const shown = expectAnswer<BulkOrder>(await manage(`GET ${BULK}/${id}`), JSON_TYPE)
      return shown.body.state === 'completed' && shown
    })
    expect(done.body).toMatchObject({ rows: { ready: 0, placed: 1, invalid: 1 }, costLeft: 0 })
    const rows = await manage(`GET ${BULK}/${id}/rows?state=placed`)
    const { body } = expectAnswer<{ content: Row[] }>(rows, JSON_TYPE)
    expect(body.content).toMatchObject([{ line: 2, identifier, problems: [] }])
    const order = await manage(`GET /manage/v1/orders/${body.content[0]?.transactionId}`)
    expect(expectAnswer(order, JSON_TYPE).body).toMatchObject({
      customIdentifier: identifier,
      placedBy: { kind: 'bulk_order', id: String(id) },
    })
    const list = expectAnswer<{ content: BulkOrder[] }>(await manage(`GET ${BULK}`), JSON_TYPE)
    expect(list.body.content.map((one) => one.id)).toContain(id)
  })

  operated('buys nothing twice, and says where it was bought', async () => {
    const csv = fileOf(newIdentifier('bulk'))
    const first = await upload(csv)
    await commanded(first.id, 'start')
    await until('it is completed', async () => {
      const { body } = expectAnswer<BulkOrder>(await manage(`GET ${BULK}/${first.id}`), JSON_TYPE)
      return body.state === 'completed'
    })
    const second = await upload(csv)
    expect(second).toMatchObject({
      rows: { ready: 0, skipped: 1 },
      earlier: [{ bulkOrderId: first.id, rows: 1 }],
    })
    expectError(await command(second.id, 'start'), refusals.nothingToBuy)
  })

  operated('gives what was not bought as a file that can be uploaded again', async () => {
    const { id } = await upload()
    const file = await manage(`GET ${BULK}/${id}/failed-rows`)
    expect(file).toMatchObject({ status: 200, contentType: CSV_TYPE })
    countAnswer(file)
    const again = await upload(file.text.replace('jane@', 'jane@example.com'))
    expect(again).toMatchObject({ rows: { total: 1, ready: 1 } })
  })

  operated('has a template, and reads the columns of a file', async () => {
    const template = await manage(`GET ${BULK}/template`)
    expect(template).toMatchObject({ status: 200, contentType: CSV_TYPE })
    countAnswer(template)
    const columns = await manage(`POST ${BULK}/columns`, { body: { csv: template.text } })
    expect(expectAnswer(columns, JSON_TYPE).body).toMatchObject({
      rows: 1,
      mapping: { productId: 'productId', recipientEmail: 'recipientEmail' },
    })
  })

  operated('allows what its state allows', async () => {
    const { id } = await upload()
    for (const name of ['pause', 'resume']) {
      expectError(await command(id, name), refusals.bulkOrderInState('draft'))
    }
    expect(await commanded(id, 'cancel')).toMatchObject({
      state: 'cancelled',
      rows: { ready: 0, cancelled: 1 },
      endedAt: ISO_TIME,
    })
    for (const name of ['start', 'cancel']) {
      expectError(await command(id, name), refusals.bulkOrderInState('cancelled'))
    }
  })

  operated('pauses and goes on', async () => {
    const rows = Array.from({ length: 2_000 }, () => `5,5,${newIdentifier('bulk')}`)
    const { id } = await upload(`productId,unitPrice,customIdentifier\n${rows.join('\n')}\n`)
    await commanded(id, 'start')
    expect(await commanded(id, 'pause')).toMatchObject({ state: 'paused', pauseReason: 'asked' })
    expect(await commanded(id, 'resume')).toMatchObject({ state: 'running', pauseReason: null })
    expect(await commanded(id, 'cancel')).toMatchObject({ state: 'cancelled' })
  })

  operated('takes no file that cannot be read, or is too large', async () => {
    for (const path of [BULK, `${BULK}/columns`]) {
      const send = (csv: string) => manage(`POST ${path}`, { body: { name: 'Wrong', csv } })
      expectError(await send('a\n"1\n'), refusals.unreadableFile(2))
      expectError(await send('a\n'), refusals.noRows)
      expectError(await send(`a\n${'1\n'.repeat(20_001)}`), refusals.tooManyRows)
      expectError(await send(`${'a,'.repeat(100)}a\n1\n`), refusals.tooManyColumns)
    }
    const name = 'x'.repeat(201)
    const long = await manage(`POST ${BULK}`, { body: { name, csv: 'a\n1\n' } })
    expectError(long, refusals.tooLong('name', 200))
    const huge = { csv: 'x'.repeat(8_388_609) }
    const columns = await manage(`POST ${BULK}/columns`, { body: huge })
    expectError(columns, refusals.tooLong('csv', 8_388_608))
    const body = { name: 'Wrong', csv: 'a\n1\n', mapping: { quantity: 'b' } }
    expectError(await manage(`POST ${BULK}`, { body }), refusals.unknownColumn('quantity'))
  })

  operated('needs a wallet, and keeps a hundred drafts', async () => {
    const body = { name: 'No wallet', csv: fileOf('none') }
    expectError(await manage(`POST ${BULK}?mode=live`, { body }), refusals.noWallet)
    const token = await theOperator().createToken('bulk:write', 'yen')
    for (let count = 0; count < 100; count++) await upload(fileOf('draft'), token)
    expectError(await manage(`POST ${BULK}`, { body, token }), refusals.tooManyDrafts)
  })
})
