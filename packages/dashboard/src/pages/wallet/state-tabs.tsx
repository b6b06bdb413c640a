import { ScrollArea, SegmentedControl } from '@mantine/core'

export interface StateTabsProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly tabs: readonly { readonly value: string; readonly label: string }[]
}

/** One state out of a few, as wide as it needs to be. */
export function StateTabs({ label, value, onChange, tabs }: StateTabsProps) {
  return (
    <ScrollArea type="never">
      <SegmentedControl aria-label={label} value={value} onChange={onChange} data={[...tabs]} />
    </ScrollArea>
  )
}
