import type { CallOptions } from '../http.ts'
import { type Id, type Transport, toSegment } from '../transport.ts'

interface Instruction {
  readonly concise: string
  readonly verbose: string
}

export interface BrandInstruction extends Instruction {
  readonly brandId: number
  readonly brandName: string
}

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

  /** @throws ApiError for an unknown brand; which one depends on the server's year */
  async getByBrand(brandId: Id, options?: CallOptions): Promise<BrandInstruction> {
    const path = `/redeem-instructions/${toSegment(brandId, 'brandId')}`
    return this.#transport.get<BrandInstruction>({ path }, options)
  }

  /** @throws InvalidProductError when there is no such product */
  async getByProduct(productId: Id, options?: CallOptions): Promise<ProductInstruction> {
    const path = `/products/${toSegment(productId, 'productId')}/redeem-instructions`
    return this.#transport.get<ProductInstruction>({ path }, options)
  }
}
