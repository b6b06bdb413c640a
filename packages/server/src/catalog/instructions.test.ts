import { describe, expect, test } from 'vitest'
import { instructionsFor, translate, translations, ways } from './instructions.ts'
import { readSeedCatalog } from './seed.ts'

const languages = Object.keys(translations)

const filling = { brand: 'Müller & Co. (DE)', at: 'shop.example/a?b=1' }

describe.each(Object.keys(ways))('the way %s', (way) => {
  const english = instructionsFor(way, filling)

  test.each(languages)('has the same steps in %s', (language) => {
    const steps = translate(english, language) ?? []
    expect(steps).toHaveLength(english.verbose.split('\n').length)
    for (const part of [filling.brand, filling.at]) {
      expect(steps.join('\n').includes(part), part).toBe(english.verbose.includes(part))
    }
    expect(steps.join('\n')).not.toMatch(/[{}]/)
  })

  test('is known by its words alone', () => {
    const { concise, verbose } = english
    expect(translate({ concise, verbose: `${verbose}\n5. Ask at the till.` }, 'de')).toBeUndefined()
    expect(translate({ concise, verbose: verbose.replace('1. ', '') }, 'de')).toBeUndefined()
  })
})

test('there are no instructions in a language that nobody has written them in', () => {
  const [way = ''] = Object.keys(ways)
  for (const language of ['en', 'ja']) {
    expect(translate(instructionsFor(way, filling), language)).toBeUndefined()
  }
})

test('most brands of the delivered catalogue are explained in every language', async () => {
  const { brands } = await readSeedCatalog()
  for (const language of languages) {
    const explained = brands.filter(({ redeem }) => translate(redeem, language) !== undefined)
    expect(explained.length / brands.length).toBeGreaterThan(0.8)
  }
})
