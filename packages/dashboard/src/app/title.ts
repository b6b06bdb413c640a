import { useEffect } from 'react'
import { texts } from '../texts/index.ts'
import type { Mode } from './mode.ts'

/** Writes page and mode into the window's title, and the mode's colour into its icon. */
export function useTitle(look: Mode | 'operator' | 'plain', page: string): void {
  useEffect(() => {
    document.title =
      look === 'plain'
        ? texts.shell.plainTitleOf(page)
        : texts.shell.titleOf(texts.shell.words[look], page)
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
    const href = `/dashboard/icons/${look}.svg`
    if (icon !== null && icon.getAttribute('href') !== href) icon.href = href
  }, [look, page])
}
