import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Check } from './checks.ts'
import { type OpenScrip, runScrip } from './openscrip.ts'

interface Product {
  readonly productId: number
  readonly productName: string
}

/**
 * Imports products until the catalogue has as many as asked for: those that are
 * delivered, and copies of them under other ids.
 */
export async function fillCatalogue(
  { server }: OpenScrip,
  wanted: { readonly dataDir: string; readonly accessToken: string; readonly products: number },
): Promise<void> {
  const { url } = server.ready
  const headers = { Authorization: `Bearer ${wanted.accessToken}` }
  const delivered = await readProducts(url, headers)
  const rows = Array.from({ length: wanted.products }, (_, index) => {
    const product = delivered[index % delivered.length]
    const copy = Math.floor(index / delivered.length)
    if (product === undefined) throw new Error('the delivered catalogue is empty')
    return copy === 0
      ? product
      : {
          ...product,
          productId: copy * 100_000_000 + product.productId,
          productName: `${product.productName} ${copy}`,
        }
  })
  const file = join(wanted.dataDir, '..', 'products.json')
  await writeFile(file, JSON.stringify(rows))
  const { exitCode, output } = await runScrip(['catalog', 'import', file], wanted.dataDir)
  if (exitCode !== 0) throw new Error(`the catalogue was not imported\n${output}`)
  // Every process hears of it a moment later.
  for (let tries = 0; (await countProducts(url, headers)) !== wanted.products; tries += 1) {
    if (tries > 100) throw new Error('the imported catalogue is not served')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function readProducts(url: string, headers: Record<string, string>): Promise<Product[]> {
  const products: Product[] = []
  for (let page = 1; ; page += 1) {
    const { content, last } = await readJson(`${url}/products?page=${page}`, headers)
    products.push(...content)
    if (last) return products
  }
}

async function countProducts(url: string, headers: Record<string, string>): Promise<number> {
  return (await readJson(`${url}/products?size=1`, headers)).totalElements
}

interface ProductPage {
  readonly content: readonly Product[]
  readonly last: boolean
  readonly totalElements: number
}

async function readJson(url: string, headers: Record<string, string>): Promise<ProductPage> {
  const response = await fetch(url, { headers })
  if (response.status !== 200) throw new Error(`${url}: ${response.status}`)
  return (await response.json()) as ProductPage
}

/** The page that is going to be asked for again and again. */
export async function readPage(
  url: string,
  headers: Record<string, string>,
): Promise<{ readonly etag: string; readonly bytes: number }> {
  const response = await fetch(url, { headers })
  const etag = response.headers.get('etag')
  if (response.status !== 200 || etag === null) throw new Error(`no page: ${response.status}`)
  return { etag, bytes: (await response.arrayBuffer()).byteLength }
}

/** Whether the static page is as large as the real one, give or take a tenth. */
export function checkPage(bytes: number, imitated: number): Check {
  const isAlike = Math.abs(bytes - imitated) <= imitated / 10
  return {
    name: 'page',
    outcome: isAlike ? 'passed' : 'failed',
    detail: `has ${bytes} bytes, and the static one ${imitated}`,
  }
}

const RESIDENT_MIB_MAX = 200

/** What the server process holds in memory; only Linux tells it. */
export function checkMemory(pid: number): Check {
  const name = 'resident memory'
  if (process.platform !== 'linux') {
    return { name, outcome: 'not available', detail: 'on this system' }
  }
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
  const mib = Math.round((pages * 4096) / 1_048_576)
  return {
    name,
    // A figure to watch and no reason to distrust the others.
    outcome: mib <= RESIDENT_MIB_MAX ? 'passed' : 'not available',
    detail: `${mib} MiB under load, of ${RESIDENT_MIB_MAX} that are the goal`,
  }
}
