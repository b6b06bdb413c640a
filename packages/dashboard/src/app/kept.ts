import { useSyncExternalStore } from 'react'

const known = new Map<string, string>()
const listeners = new Set<() => void>()

/**
 * A text that this browser remembers, empty at first. It is there at the first rendering, so that
 * nothing moves when it comes, and whoever else shows it on the page follows a change at once.
 */
export function useKept(key: string): readonly [string, (text: string) => void] {
  const text = useSyncExternalStore(listen, () => read(key))
  return [text, (changed) => keep(key, changed)]
}

// What another tab has changed holds here too.
addEventListener('storage', ({ key }) => {
  if (key === null) known.clear()
  else known.delete(key)
  for (const listener of listeners) listener()
})

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(key: string): string {
  const text = known.get(key) ?? stored(key)
  known.set(key, text)
  return text
}

function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? ''
  } catch {
    return ''
  }
}

function keep(key: string, text: string): void {
  known.set(key, text)
  for (const listener of listeners) listener()
  try {
    if (text === '') localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {
    // A browser that keeps nothing knows it until the page is loaded anew.
  }
}
