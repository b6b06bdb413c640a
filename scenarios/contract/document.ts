import { describe, expect, test } from 'vitest'
import { expectNotModified } from '../src/contract/assertions.ts'
import { readOperations } from '../src/contract/document.ts'
import { stranger, theWorld } from '../src/contract/world.ts'

describe('GET /openapi.json', () => {
  test('is the document of this server, for anybody', async () => {
    const answer = await stranger().get('/openapi.json')
    expect(answer).toMatchObject({ status: 200, contentType: 'application/json' })
    expect(JSON.parse(answer.text)).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\./),
      servers: [{ url: theWorld().origin }],
    })
    const known = { 'if-none-match': answer.headers.etag }
    expectNotModified(await stranger().get('/openapi.json', known))
  })

  test('has every endpoint of the contract, and no other', () => {
    const operations = readOperations(theWorld().document)
      .filter(({ template }) => !template.startsWith('/manage/'))
      .map(({ method, template }) => `${method} ${template}`)
    expect(operations.toSorted()).toEqual([
      'GET /accounts/balance',
      'GET /brands/{brandId}/redeem-instructions',
      'GET /countries',
      'GET /countries/{countryCode}',
      'GET /countries/{countryCode}/products',
      'GET /discounts',
      'GET /fx-rate',
      'GET /images/brands/{brandId}.svg',
      'GET /images/cards/{brandId}.svg',
      'GET /images/flags/{countryCode}.svg',
      'GET /orders/transactions/{transactionId}/cards',
      'GET /product-categories',
      'GET /products',
      'GET /products/{productId}',
      'GET /products/{productId}/discounts',
      'GET /products/{productId}/redeem-instructions',
      'GET /redeem-instructions',
      'GET /redeem-instructions/{brandId}',
      'GET /reports/transactions',
      'GET /reports/transactions/{transactionId}',
      'POST /oauth/token',
      'POST /orders',
    ])
  })
})

test('GET /docs is a page for people that may ask nobody but this server', async () => {
  const answer = await stranger().get('/docs')
  expect(answer.status).toBe(200)
  expect(answer.contentType).toMatch(/^text\/html/)
  const policy = `${answer.headers['content-security-policy']}`
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/https?:|\*|unsafe-eval/)
  const { origin } = theWorld()
  for (const [, url] of answer.text.matchAll(/(?:src|href)="([^"]+)"/g)) {
    const { protocol, origin: host } = new URL(`${url}`, `${origin}/docs`)
    expect(protocol === 'data:' ? origin : host).toBe(origin)
  }
})

test('/healthz and /readyz say that the server lives and can serve', async () => {
  expect(await stranger().get('/healthz')).toMatchObject({ status: 200, text: '{"status":"ok"}' })
  expect(await stranger().get('/readyz')).toMatchObject({ status: 200, text: '{"status":"ready"}' })
})
