/** The mark and the name. */
export function Logo({ size = 24 }: { readonly size?: number }) {
  return (
    <span
      style={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 9,
        color: 'var(--mantine-color-text)',
      }}
    >
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="var(--mantine-color-spruce-7)" />
        <path
          d="M7 11.5A2.5 2.5 0 0 1 9.5 9h13a2.5 2.5 0 0 1 2.5 2.5v1.7a2.9 2.9 0 0 0 0 5.6v1.7a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 7 20.5v-1.7a2.9 2.9 0 0 0 0-5.6z"
          fill="#fff"
        />
        <path
          d="M18.6 9v14"
          stroke="var(--mantine-color-spruce-7)"
          strokeWidth="1.8"
          strokeDasharray="1.8 1.9"
        />
      </svg>
      <span style={{ fontSize: size * 0.7, fontWeight: 680, letterSpacing: '-0.02em' }}>
        Open<span style={{ fontWeight: 480 }}>Scrip</span>
      </span>
    </span>
  )
}
