import { Text, Tooltip, VisuallyHidden } from '@mantine/core'
import { texts } from '../texts/index.ts'

export interface Bar {
  readonly key: string
  /** What stands beneath it when there is room, and in the tooltip. */
  readonly label: string
  readonly value: number
  /** The value as it is read: `12 orders, 3,100.00 NGN`. */
  readonly text: string
}

export interface BarChartProps {
  /** What the chart shows, for whoever does not see it. */
  readonly title: string
  readonly bars: readonly Bar[]
  readonly height?: number
  /** Heads of the table that screen readers get. */
  readonly heads: readonly [string, string]
}

/** A small bar chart; whoever does not see it gets the same figures as a table. */
export function BarChart({ title, bars, height = 140, heads }: BarChartProps) {
  const max = Math.max(...bars.map(({ value }) => value), 0)
  const first = bars[0]
  const last = bars.at(-1)
  return (
    <figure style={{ margin: 0 }}>
      <div
        aria-hidden
        style={{
          display: 'flex',
          alignItems: 'flex-end',
          gap: bars.length > 45 ? 1 : 3,
          height,
          position: 'relative',
        }}
      >
        {max === 0 && (
          <Text size="sm" c="dimmed" pos="absolute" top="40%" left={0} right={0} ta="center">
            {texts.common.chart.empty}
          </Text>
        )}
        {bars.map(({ key, label, value, text }) => (
          <Tooltip key={key} label={`${label}: ${text}`} openDelay={0}>
            <div style={{ flex: 1, height: '100%', display: 'flex', alignItems: 'flex-end' }}>
              <div
                style={{
                  width: '100%',
                  height: max === 0 || value === 0 ? 2 : Math.max(3, (value / max) * height),
                  borderRadius: '3px 3px 0 0',
                  background:
                    value === 0
                      ? 'var(--mantine-color-default-border)'
                      : 'var(--mantine-color-spruce-5)',
                }}
              />
            </div>
          </Tooltip>
        ))}
      </div>
      <div aria-hidden style={{ display: 'flex', justifyContent: 'space-between', marginTop: 6 }}>
        <Text size="xs" c="dimmed">
          {first?.label}
        </Text>
        <Text size="xs" c="dimmed">
          {last?.label}
        </Text>
      </div>
      <VisuallyHidden>
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{heads[0]}</th>
              <th scope="col">{heads[1]}</th>
            </tr>
          </thead>
          <tbody>
            {bars.map(({ key, label, text }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </VisuallyHidden>
    </figure>
  )
}
