import { useKept } from '../app/kept.ts'

export type Density = 'comfortable' | 'compact'

/** How high the rows of all tables are, as this browser remembers it. */
export function useDensity(): readonly [Density, (density: Density) => void] {
  const [kept, keep] = useKept('openscrip.density')
  return [
    kept === 'compact' ? kept : 'comfortable',
    (density) => keep(density === 'compact' ? density : ''),
  ]
}
