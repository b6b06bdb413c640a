import { crc32, deflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A black and white picture; true is black. Rows are equally long. */
export type Bitmap = readonly (readonly boolean[])[]

/**
 * A PNG (W3C, third edition) of one bit per pixel: a few hundred bytes for a QR code. The library
 * that draws the codes has a painter of its own, of eight bits and four times the size.
 */
export function encodePng(bitmap: Bitmap): Buffer {
  const width = bitmap[0]?.length ?? 0
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(bitmap.length, 4)
  // Bit depth 1, greyscale; the rest are the only values there are.
  header.set([1, 0, 0, 0, 0], 8)
  const rows = bitmap.map(packRow)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The filter, none, and then eight pixels to a byte; a bit that is set is white. */
function packRow(pixels: readonly boolean[]): Buffer {
  const row = Buffer.alloc(1 + Math.ceil(pixels.length / 8))
  pixels.forEach((isBlack, index) => {
    const at = 1 + (index >> 3)
    if (!isBlack) row[at] = (row[at] ?? 0) | (0x80 >> (index & 7))
  })
  return row
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** Every pixel as a square of `scale` pixels, within a white margin of `margin` squares. */
export function enlarge(bitmap: Bitmap, scale: number, margin: number): Bitmap {
  const width = (bitmap[0]?.length ?? 0) + 2 * margin
  const blank = Array.from({ length: width }, () => false)
  const side = Array.from({ length: margin }, () => false)
  const rows = [
    ...Array.from({ length: margin }, () => blank),
    ...bitmap.map((row) => [...side, ...row, ...side]),
    ...Array.from({ length: margin }, () => blank),
  ]
  return rows.flatMap((row) => {
    const wide = row.flatMap((pixel) => Array.from({ length: scale }, () => pixel))
    return Array.from({ length: scale }, () => wide)
  })
}
