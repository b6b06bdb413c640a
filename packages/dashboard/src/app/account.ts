const KEY = 'openscrip.account'

let chosen: number | undefined = read(() => sessionStorage) ?? read(() => localStorage)

/** The account that requests are about; undefined until the session has told. */
export const accountIdNow = (): number | undefined => chosen

/**
 * Chooses the account of this tab, which keeps it whatever other tabs do. New tabs begin with the
 * account of the tab that was used last.
 */
export function chooseAccount(accountId: number | undefined): void {
  chosen = accountId
  write(() => sessionStorage)
  write(() => localStorage)
}

// Not every browser lets a tab inherit from the one that opened it.
addEventListener('focus', () => {
  if (chosen !== undefined) write(() => localStorage)
})

function write(storage: () => Storage): void {
  try {
    if (chosen === undefined) storage().removeItem(KEY)
    else storage().setItem(KEY, String(chosen))
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}

function read(storage: () => Storage): number | undefined {
  try {
    const kept = Number(storage().getItem(KEY))
    return Number.isSafeInteger(kept) && kept > 0 ? kept : undefined
  } catch {
    return undefined
  }
}
