import { Text, Title } from '@mantine/core'
import { Changes } from '../../components/changes.tsx'
import { CopyableId } from '../../components/copy-button.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { Details } from '../../components/details.tsx'
import { JsonView } from '../../components/json-view.tsx'
import { texts } from '../../texts/index.ts'
import type { AuditEntry } from './model.ts'

const { audit: words } = texts.settings

/** One entry: who, from where, and each field as it was and is. */
export function AuditDetails({ entry }: { readonly entry: AuditEntry }) {
  const { at, actor, action, target, mode, address, userAgent, errorCode } = entry
  const { request, before, after } = entry
  const hasChanges = before !== null || after !== null
  return (
    <>
      <Details
        items={[
          { label: words.when, value: <DateTime at={at} look="absolute" /> },
          { label: words.who, value: actor.name },
          { label: words.operation, value: <span className="mono">{action}</span> },
          {
            label: words.target,
            value: target === null ? texts.common.none : <CopyableId value={target} />,
          },
          ...(mode === null ? [] : [{ label: words.mode, value: texts.shell.modes[mode] }]),
          ...(errorCode === null ? [] : [{ label: words.code, value: errorCode }]),
          { label: words.from, value: <span className="mono">{address}</span> },
          { label: words.browser, value: userAgent || texts.common.none },
        ]}
      />
      <Title order={2} fz="h3">
        {words.changes}
      </Title>
      {hasChanges ? (
        <Changes before={before} after={after} />
      ) : (
        <Text size="sm" c="dimmed">
          {words.noChanges}
        </Text>
      )}
      <JsonView value={request} title={words.request} />
    </>
  )
}
