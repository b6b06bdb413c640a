import { createHash } from 'node:crypto'
import type { Brand } from './model.ts'

/**
 * Pictures of brands: their initials on a colour of their own, drawn here, so
 * that nobody's trademark is copied and no page asks anybody else for them.
 */

/** A square, for lists. */
export function drawMonogram(brand: Brand): string {
  return draw(brand, { width: 160, height: 160, centre: 80, size: 66, caption: '' })
}

/** A card, with the brand's name under the initials. */
export function drawCard(brand: Brand): string {
  const caption = `<text x="160" y="164" font-size="17" opacity=".85">${escapeXml(shorten(brand.name))}</text>`
  return draw(brand, { width: 320, height: 200, centre: 92, size: 72, caption })
}

interface Picture {
  readonly width: number
  readonly height: number
  /** Where the middle of the initials is, from the top. */
  readonly centre: number
  readonly size: number
  readonly caption: string
}

function draw(brand: Brand, { width, height, centre, size, caption }: Picture): string {
  const { initials, hue } = monogramOf(brand)
  const title = escapeXml(brand.name)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">
<title>${title}</title>
<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
<stop offset="0" stop-color="hsl(${hue} 58% 31%)"/><stop offset="1" stop-color="hsl(${hue + 24} 62% 22%)"/>
</linearGradient></defs>
<rect width="${width}" height="${height}" rx="18" fill="url(#g)"/>
<circle cx="${width}" cy="0" r="${height * 0.62}" fill="#fff" opacity=".07"/>
<g fill="#fff" text-anchor="middle" font-family="system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif">
<text x="${width / 2}" y="${centre}" font-size="${size}" font-weight="650" letter-spacing="-1" dy=".35em">${escapeXml(initials)}</text>
${caption}</g>
</svg>
`
}

/** What stands for a brand where its pictures cannot: letters, and a hue of the colour wheel. */
export interface Monogram {
  readonly initials: string
  readonly hue: number
}

export function monogramOf({ id, name }: Pick<Brand, 'id' | 'name'>): Monogram {
  const digest = createHash('sha256').update(`brand ${id}`).digest()
  return { initials: initialsOf(name), hue: HUES[digest.readUInt16BE(0) % HUES.length] ?? 0 }
}

/** Blues, violets, reds and sea greens that are dark enough for white letters (4.5:1 and more). */
const HUES = [4, 160, 172, 186, 198, 210, 222, 236, 252, 268, 284, 300, 322, 340]

/** The first letters of the first two words, or of the only one. */
function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}'’.]*/gu) ?? ['?']
  const first = words.slice(0, 2).map((word) => [...word][0] ?? '')
  return first.join('').toLocaleUpperCase('en')
}

const CAPTION_MAX = 30

function shorten(text: string): string {
  const letters = [...text]
  return letters.length > CAPTION_MAX ? `${letters.slice(0, CAPTION_MAX - 1).join('')}…` : text
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/** XML has no control characters, not even escaped. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"]|\p{Cc}|\p{Noncharacter_Code_Point}/gu, (sign) => ENTITIES[sign] ?? '')
}
