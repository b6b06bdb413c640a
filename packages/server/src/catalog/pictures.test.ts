import { expect, test } from 'vitest'
import type { Brand } from './model.ts'
import { drawCard, drawMonogram } from './pictures.ts'

test.each([drawMonogram, drawCard])(
  'a picture says the name of its brand and nothing that is not XML: %o',
  (draw) => {
    const svg = draw(brandOf('\u0001<b> & "Söhne"\uFFFE\u007F'))
    expect(svg).toContain('<title>&lt;b&gt; &amp; &quot;Söhne&quot;</title>')
    expect(svg.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Noncharacter_Code_Point}]/u)
  },
)

function brandOf(name: string): Brand {
  const category = { id: 5, name: 'Shopping' }
  return { id: 1, name, category, redeem: { concise: '', verbose: '' } }
}
