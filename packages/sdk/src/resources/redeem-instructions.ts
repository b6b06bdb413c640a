import { NotFoundError } from '../errors.ts'
import type { CallOptions } from '../http.ts'
import { type Id, type Transport, toSegment } from '../transport.ts'

export interface Instruction {
  /** In a sentence or two. */
  readonly concise: string
  /** Step by step, with the terms of the card; may contain HTML entities. */
  readonly verbose: string
}

/** How to redeem the cards of a brand. */
export interface BrandInstruction extends Instruction {
  readonly brandId: number
  readonly brandName: string
}

/** How to redeem one product. */
export interface ProductInstruction extends Instruction {
  readonly productId: number
  readonly productName: string
}

/** `/redeem-instructions` */
export class RedeemInstructions {
  readonly #transport: Transport

  constructor(transport: Transport) {
    this.#transport = transport
  }

  /** How to redeem the cards of every brand. */
  async list(options?: CallOptions): Promise<readonly BrandInstruction[]> {
    return this.#transport.get<BrandInstruction[]>({ path: '/redeem-instructions' }, options)
  }

  /**
   * How to redeem the cards of one brand. The API has two paths for this, of
   * which not every server knows both; what one does not find is asked for by
   * the other.
   *
   * @throws NotFoundError when there is no such brand
   */
  async getByBrand(brandId: Id, options?: CallOptions): Promise<BrandInstruction> {
    const id = toSegment(brandId, 'brandId')
    const get = (path: string) => this.#transport.get<BrandInstruction>({ path }, options)
    try {
      return await get(`/redeem-instructions/${id}`)
    } catch (error) {
      if (error instanceof NotFoundError) return get(`/brands/${id}/redeem-instructions`)
      throw error
    }
  }

  /**
   * How to redeem one product.
   *
   * @throws InvalidProductError when there is no such product
   */
  async getByProduct(productId: Id, options?: CallOptions): Promise<ProductInstruction> {
    const path = `/products/${toSegment(productId, 'productId')}/redeem-instructions`
    return this.#transport.get<ProductInstruction>({ path }, options)
  }
}
