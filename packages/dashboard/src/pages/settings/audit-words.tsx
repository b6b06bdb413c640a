import { Text } from '@mantine/core'
import { texts } from '../../texts/index.ts'
import type { AuditEntry } from './model.ts'

const { actions } = texts.settings.audit

const known = new Map(Object.values(actions).flatMap((area) => Object.entries(area)))

/** Names and ids are cut so that a row fits beside the menu on any screen. */
export const NAME_WIDTH = { base: 120, lg: 165, xl: 240 }

/** What was done in words; what has none is called what the API calls it. */
export const nameOf = (action: string): string => known.get(action)?.[0] ?? action

/** Every action in words, by area, for a filter; with one that the address alone knows. */
export function actionChoices(chosen: string) {
  const areas = Object.entries(actions).map(([group, area]) => ({
    group,
    items: Object.entries(area).map(([value, [label]]) => ({ value, label })),
  }))
  return chosen === '' || known.has(chosen) ? areas : [{ value: chosen, label: chosen }, ...areas]
}

/** What it was done to: `Funding request 4`, and of people their address. */
export function Target({ action, target, before, after }: AuditEntry) {
  const kind = known.get(action)?.[1]
  if (target === null || action.startsWith('person.')) return texts.common.none
  const { email } = (after ?? before ?? {}) as { readonly email?: unknown }
  return (
    <Text inherit truncate maw={NAME_WIDTH} title={target}>
      {kind} {typeof email === 'string' ? email : <span className="mono">{target}</span>}
    </Text>
  )
}
