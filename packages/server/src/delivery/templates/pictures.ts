import bwip from 'bwip-js/node'
import type { Gift } from '../model.ts'
import type { Content, ToldCard } from './content.ts'
import { type Bitmap, encodePng, enlarge } from './png.ts'

/** A picture of a code, for a camera or a till. */
export interface Picture {
  readonly png: Buffer
  /** In CSS pixels; the picture has twice as many, for screens that show them. */
  readonly width: number
  readonly height: number
}

/** A larger code is finer than a phone reads from another screen. */
const QR_BYTES_MAX = 300

/** ISO/IEC 18004 asks for a margin of four modules; mail clients in dark mode make it needed. */
const QR_MARGIN = 4
const QR_SCALE = 8

/** A QR code with 15 % of error correction: it is read from screens, not from dirty parcels. */
function drawQrCode(text: string): Picture {
  const [drawn] = bwip.raw('qrcode', text, 'eclevel=M')
  if (drawn === undefined || !('pixs' in drawn)) throw new Error('The QR code was not drawn')
  const { pixs, pixx } = drawn
  const rows: boolean[][] = []
  for (let at = 0; at < pixs.length; at += pixx) {
    rows.push(pixs.slice(at, at + pixx).map((module) => module === 1))
  }
  return toPicture(enlarge(rows, QR_SCALE, QR_MARGIN))
}

/** ISO/IEC 15417 asks for a margin of ten modules. */
const BARCODE_MARGIN = 10
const BARCODE_SCALE = 3
const BARCODE_HEIGHT = 108

/** A Code 128 barcode; undefined for what it cannot hold or would be too wide for a phone. */
function drawBarcode(text: string): Picture | undefined {
  if (!/^[\x20-\x7e]{1,24}$/.test(text)) return undefined
  const [drawn] = bwip.raw('code128', text, '')
  if (drawn === undefined || !('sbs' in drawn)) throw new Error('The barcode was not drawn')
  // Widths of bars and spaces by turns, a bar first.
  const modules = drawn.sbs.flatMap((width, index) =>
    Array.from({ length: width }, () => index % 2 === 0),
  )
  const side = Array.from({ length: BARCODE_MARGIN }, () => false)
  const row = [...side, ...modules, ...side].flatMap((module) =>
    Array.from({ length: BARCODE_SCALE }, () => module),
  )
  const blank = row.map(() => false)
  const margin = Array.from({ length: 12 }, () => blank)
  const bars = Array.from({ length: BARCODE_HEIGHT }, () => row)
  return toPicture([...margin, ...bars, ...margin])
}

function toPicture(bitmap: Bitmap): Picture {
  return {
    png: encodePng(bitmap),
    width: (bitmap[0]?.length ?? 0) / 2,
    height: bitmap.length / 2,
  }
}

export interface CardPictures {
  readonly qrCode: Picture | undefined
  readonly barcode: Picture | undefined
}

/** Drawing takes some milliseconds each, and nobody scans more from one message. */
const PICTURED_MAX = 10

/** The pictures of a card, where its codes may be seen. */
export function picturesOf({ gift, isMasked }: Content, card: ToldCard): CardPictures {
  const text = card.number ?? card.url
  const isDrawn = !isMasked && gift.quantity <= PICTURED_MAX
  if (!isDrawn || !text || Buffer.byteLength(text) > QR_BYTES_MAX) {
    return { qrCode: undefined, barcode: undefined }
  }
  const { number } = card
  const barcode = number !== null && isShownAtTill(gift) ? drawBarcode(number) : undefined
  return { qrCode: drawQrCode(text), barcode }
}

/** Whether there may be somebody with a scanner; nothing but the instructions tells. */
function isShownAtTill({ instructions }: Gift): boolean {
  return /\b(till|counter|cashier|barcode)\b/i.test(instructions.verbose)
}
