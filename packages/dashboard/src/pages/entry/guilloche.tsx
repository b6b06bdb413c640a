/** The fine rosette of a banknote: curves that a forger would have to calculate. */
export function Guilloche({ className }: { readonly className: string | undefined }) {
  return (
    <svg viewBox="-110 -110 220 220" className={className} aria-hidden="true">
      <g fill="none" stroke="currentColor" strokeWidth="0.22">
        {lines.map((path) => (
          <path key={path} d={path} />
        ))}
      </g>
    </svg>
  )
}

interface Ring {
  readonly radius: number
  readonly height: number
  readonly waves: number
  readonly lines: number
}

const rings: readonly Ring[] = [
  { radius: 22, height: 11, waves: 9, lines: 10 },
  { radius: 50, height: 15, waves: 12, lines: 14 },
  { radius: 84, height: 17, waves: 18, lines: 12 },
]

const STEPS = 360

/** One wave around a circle, begun at as many places as the ring has lines: a lattice. */
const lines = rings.flatMap((ring) =>
  Array.from({ length: ring.lines }, (_, line) => waveOf(ring, (line / ring.lines) * 2 * Math.PI)),
)

function waveOf({ radius, height, waves }: Ring, phase: number): string {
  const points = Array.from({ length: STEPS }, (_, step) => {
    const turn = (step / STEPS) * 2 * Math.PI
    const swell = Math.sin(turn * waves + phase) * (0.72 + 0.28 * Math.sin(turn * 3))
    const distance = radius + height * swell
    return `${(distance * Math.cos(turn)).toFixed(1)} ${(distance * Math.sin(turn)).toFixed(1)}`
  })
  return `M${points.join('L')}Z`
}
