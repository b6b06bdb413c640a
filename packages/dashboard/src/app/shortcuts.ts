import { useEffect, useEffectEvent } from 'react'

export interface Shortcuts {
  /** Opens the palette. */
  readonly onPalette: () => void
  /** Lists the shortcuts. */
  readonly onHelp: () => void
  /** `g` and then this key. */
  readonly onGo: (key: string) => void
}

/** How long the second key may take. */
const CHORD_MS = 1_200

/**
 * Keys that work on every page: Ctrl/Cmd-K, `/` for the search of the page or else the palette, `?`
 * for the list, `g` and a letter to jump. Whoever is typing is left alone, and so is whoever has a
 * dialog before them: it may show what is shown only once.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const act = useEffectEvent((event: KeyboardEvent, isChord: boolean) => {
    const { key } = event
    if (isChord) return shortcuts.onGo(key.toLowerCase())
    if (key === '?') return shortcuts.onHelp()
    const search = document.querySelector<HTMLInputElement>('input[data-search]')
    if (search === null) shortcuts.onPalette()
    else search.focus()
  })
  const openPalette = useEffectEvent(() => shortcuts.onPalette())
  useEffect(() => {
    let chordUntil = 0
    function press(event: KeyboardEvent): void {
      const { key, ctrlKey, metaKey, altKey } = event
      if ((ctrlKey || metaKey) && key.toLowerCase() === 'k') {
        event.preventDefault()
        if (!isInDialog()) openPalette()
        return
      }
      if (ctrlKey || metaKey || altKey || isTyping(event) || isInDialog()) return
      const isChord = performance.now() < chordUntil
      chordUntil = 0
      if (key === 'g' && !isChord) {
        chordUntil = performance.now() + CHORD_MS
      } else if (isChord || key === '/' || key === '?') {
        event.preventDefault()
        act(event, isChord)
      }
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

/** In a field, or in something small that has keys of its own. */
function isTyping({ target }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable || target.closest('input,textarea,select,[role="dialog"]') !== null
  )
}

/** Wherever the focus is: a click beside the dialog takes it away. */
const isInDialog = (): boolean => document.querySelector('[aria-modal="true"]') !== null

/** Whether the keyboard says Cmd where others say Ctrl. */
export const isApple: boolean = /Mac|iPhone|iPad/.test(navigator.userAgent)
