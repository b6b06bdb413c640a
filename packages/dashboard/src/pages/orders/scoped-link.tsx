import type { ReactNode } from 'react'
import { useMay } from '../../app/session.ts'
import { PageLink, type PageLinkProps } from '../../components/page-link.tsx'

export interface ScopedLinkProps extends PageLinkProps {
  /** What the page asks for. */
  readonly scope: string
  /** What stands here for whoever may not open it; the same words unless it is said. */
  readonly otherwise?: ReactNode
}

/** A link for whoever may open the page that it leads to; others are not sent there. */
export function ScopedLink({ scope, otherwise, ...link }: ScopedLinkProps) {
  const may = useMay(scope)
  if (may) return <PageLink {...link} />
  return otherwise === undefined ? link.children : otherwise
}
