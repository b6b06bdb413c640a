import { Anchor, type AnchorProps } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { inMode, useMode } from '../app/mode.ts'

export interface PageLinkProps extends AnchorProps {
  /** Behind the mode, such as `/orders/5`; what begins with `/operator` has no mode. */
  readonly to: string
  readonly search?: Readonly<Record<string, string | number>>
  readonly children: ReactNode
}

/** A link to another page, in the mode that is shown. */
export function PageLink({ to, search, children, ...look }: PageLinkProps) {
  const path = usePath()(to)
  return (
    <Anchor
      component={Link}
      to={path as never}
      {...(search && { search: search as never })}
      {...look}
    >
      {children}
    </Anchor>
  )
}

/** Makes the whole address of a page from its path behind the mode. */
export function usePath(): (to: string) => string {
  const mode = useMode()
  return (to) => (to.startsWith('/operator') ? to : inMode(mode, to === '/' ? '' : to))
}
