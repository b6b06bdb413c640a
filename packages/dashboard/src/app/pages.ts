import type { Icon } from '@tabler/icons-react'
import type { ComponentType } from 'react'

/** Where a page stands in the side bar. */
export type NavGroup = 'main' | 'sell' | 'developers' | 'settings' | 'operator'

/**
 * A screen, as data. Each room lists its own in `pages/<room>/pages.ts`; the router, the side bar,
 * the palette and the shortcuts are made from the list.
 */
export interface PageDefinition {
  /**
   * Behind the mode: `/orders/$transactionId` is `/dashboard/test/orders/5`. A page of the operator
   * begins with `/operator` and has no mode.
   */
  readonly path: string
  /** In the window's title and, when there is one, in the side bar and the palette. */
  readonly title: string
  /** Loaded when it is first shown; the module's default export is the screen. */
  readonly load: () => Promise<{ readonly default: ComponentType }>
  /** What one must be allowed to do to see it; without it the page says so. */
  readonly scope?: string
  /** For pages that stand in the side bar and in the palette. */
  readonly nav?: {
    readonly group: NavGroup
    readonly icon: Icon
    /** From 1, within the group. */
    readonly order: number
    /** Second key behind `g`, such as `o`. */
    readonly key?: string
  }
}
