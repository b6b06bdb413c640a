import { runScrip } from './openscrip.ts'
import { microsFromDecimal, ORDER_COST_MICROS } from './order.ts'

export interface Check {
  readonly name: string
  readonly outcome: 'passed' | 'failed' | 'not available'
  readonly detail: string
}

/** Asks for the wallet's balance in micro-units, read from the text of the answer. */
export async function getBalance(url: string, accessToken: string): Promise<bigint> {
  const response = await fetch(`${url}/accounts/balance`, {
    headers: { Authorization: `Bearer ${accessToken}` },
  })
  const text = await response.text()
  const balance = /"balance": *(-?[0-9.]+)/.exec(text)?.[1]
  if (response.status !== 200 || balance === undefined) {
    throw new Error(`no balance: ${response.status} ${text}`)
  }
  return microsFromDecimal(balance)
}

/** Whether the wallet paid for every order that was answered, and for nothing else. */
export function checkBalance(before: bigint, after: bigint, orders: number): Check {
  const expected = ORDER_COST_MICROS * BigInt(orders)
  const isExact = before - after === expected
  return {
    name: 'balance',
    outcome: isExact ? 'passed' : 'failed',
    detail: isExact
      ? `fell by 3113.80 for each of ${orders} orders`
      : `fell by ${before - after} micro-units, not ${expected}, for ${orders} orders`,
  }
}

/** Whether `scrip ledger verify` finds the books of a server in order that has stopped. */
export async function checkLedger(dataDir: string): Promise<Check> {
  const { exitCode, output } = await runScrip(['ledger', 'verify'], dataDir)
  const outcome = exitCode === 0 ? 'passed' : 'failed'
  return { name: 'scrip ledger verify', outcome, detail: output }
}
