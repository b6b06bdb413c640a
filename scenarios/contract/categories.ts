import { expect } from 'vitest'
import { expectAnswer } from '../src/contract/assertions.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'

inEveryDialect('GET /product-categories', (scenario) => {
  scenario('is a bare array of ids and names, with the names of the wire', async (caller) => {
    const { body } = expectAnswer<object[]>(await caller.get('/product-categories'))
    for (const row of body) {
      expect(Object.entries(row)).toEqual([
        ['id', expect.any(Number)],
        ['name', expect.any(String)],
      ])
    }
    for (const known of [
      { id: 1, name: 'Payment Cards' },
      { id: 2, name: 'Software' },
      { id: 3, name: 'Gaming' },
      { id: 4, name: 'Entertainment' },
      { id: 5, name: 'Shopping' },
    ]) {
      expect(body).toContainEqual(known)
    }
  })
})
