const KEY = 'openscrip.account'

let chosen: number | undefined = read()

/** The account that requests are about; undefined for the only one there is. */
export const accountIdNow = (): number | undefined => chosen

/** Chooses the account of this tab, and of the next one that opens. */
export function chooseAccount(accountId: number | undefined): void {
  chosen = accountId
  try {
    if (accountId === undefined) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, String(accountId))
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

function read(): number | undefined {
  try {
    const kept = Number(localStorage.getItem(KEY))
    return Number.isSafeInteger(kept) && kept > 0 ? kept : undefined
  } catch {
    return undefined
  }
}
