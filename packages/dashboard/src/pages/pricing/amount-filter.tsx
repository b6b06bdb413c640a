import { TextInput, Tooltip } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { texts } from '../../texts/index.ts'

export interface AmountFilterProps {
  /** Plain decimal text; empty for none. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly label?: string
  /** As wide as its place. */
  readonly isWide?: boolean
}

/** A face value to look for; it acts a moment after the last key, and at once by Enter. */
export function AmountFilter({
  value,
  onChange,
  label = texts.pricing.list.amount,
  isWide = false,
}: AmountFilterProps) {
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  const changeSoon = useDebouncedCallback((text: string) => onChange(readFaceValue(text)), 400)
  return (
    <Tooltip label={texts.pricing.list.amountHint} multiline maw={260}>
      <TextInput
        aria-label={label}
        placeholder={label}
        inputMode="decimal"
        autoComplete="off"
        w={isWide ? '100%' : { base: 'calc(50% - 4px)', xs: 150 }}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          changeSoon(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onChange(readFaceValue(typed))
        }}
      />
    </Tooltip>
  )
}

/** `1,250.50` as decimal text; empty for what is no amount. */
export function readFaceValue(typed: string): string {
  const plain = typed.replaceAll(',', '').trim()
  return /^\d{1,12}(\.\d{1,5})?$/.test(plain) && Number(plain) > 0 ? plain : ''
}
