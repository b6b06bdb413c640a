import { expect } from 'vitest'
import { expectAnswer, expectError } from '../src/contract/assertions.ts'
import { refusals } from '../src/contract/refusals.ts'
import { inEveryDialect } from '../src/contract/scenario.ts'

interface Country {
  readonly isoName: string
  readonly name: string
  readonly callingCodes: readonly string[]
}

const antigua = {
  isoName: 'AG',
  name: 'Antigua and Barbuda',
  continent: 'North America',
  currencyCode: 'XCD',
  currencyName: 'East Caribbean Dollar',
  currencySymbol: expect.any(String),
  flag: expect.stringMatching(/^https?:\/\/.+\/ag\.svg$/),
  callingCodes: ['+1268'],
}

inEveryDialect('GET /countries', (scenario) => {
  scenario('is a bare array with every field in every row', async (caller) => {
    const { body } = expectAnswer<Country[]>(await caller.get('/countries'))
    expect(body.length).toBeGreaterThan(200)
    for (const row of body) {
      expect(row).toEqual({
        isoName: expect.stringMatching(/^[A-Z]{2}$/),
        name: expect.stringMatching(/./),
        continent: expect.stringMatching(/./),
        currencyCode: expect.stringMatching(/^[A-Z]{3}$/),
        currencyName: expect.stringMatching(/./),
        currencySymbol: expect.stringMatching(/./),
        flag: expect.stringMatching(/^https?:/),
        callingCodes: expect.any(Array),
      })
      expect(row.callingCodes.length, row.isoName).toBeGreaterThan(0)
      for (const code of row.callingCodes) expect(code).toMatch(/^\+\d+$/)
    }
    expect(body.find(({ isoName }) => isoName === 'AG')).toEqual(antigua)
  })

  scenario('names every country once, by name', async (caller) => {
    const { body } = expectAnswer<Country[]>(await caller.get('/countries'))
    expect(new Set(body.map(({ isoName }) => isoName)).size).toBe(body.length)
    const names = body.map(({ name }) => name)
    expect(names).toEqual(names.toSorted((one, other) => one.localeCompare(other, 'en')))
  })

  scenario('ignores parameters', async (caller) => {
    const whole = await caller.get('/countries')
    expect((await caller.get('/countries?page=2&size=1&countryCode=US')).text).toBe(whole.text)
  })
})

inEveryDialect('GET /countries/{countryCode}', (scenario) => {
  scenario('is the row of the list, without brackets', async (caller) => {
    const { body } = expectAnswer(await caller.get('/countries/AG'))
    expect(body).toEqual(antigua)
    expect(Object.keys(body as object)).toEqual(Object.keys(antigua))
  })

  scenario('takes the code in lower case', async (caller) => {
    for (const code of ['ag', 'Ag']) {
      expect(expectAnswer(await caller.get(`/countries/${code}`)).body).toEqual(antigua)
    }
  })

  scenario('refuses a code that is no country’s', async (caller) => {
    for (const code of ['ZZ', 'XX', 'USA', 'U', '1', 'US%20', '%F0%9F%98%80', '__proto__']) {
      expectError(await caller.get(`/countries/${code}`), refusals.countryNotSupported)
    }
  })
})
