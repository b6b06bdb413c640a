import { Group, Stack, Tabs, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useUrlState } from '../../app/url-state.ts'
import { CopyButton } from '../../components/copy-button.tsx'
import { texts } from '../../texts/index.ts'
import type { TestToken } from './call.ts'
import { Documentation, type OperationProps } from './documentation.tsx'
import { Method } from './method.tsx'
import { Prose } from './prose.tsx'
import styles from './reference.module.css'
import { TryIt } from './try-it.tsx'

const words = texts.reference

interface OperationViewProps extends OperationProps {
  readonly token: TestToken | undefined
  readonly onToken: (token: TestToken | undefined) => void
}

/** One operation: what it does, and behind two tabs how it is called and a form that calls it. */
export function OperationView({ token, onToken, ...props }: OperationViewProps) {
  const [{ tab }, setState] = useUrlState({ tab: 'docs' })
  const isTrying = tab === 'try'
  const [wasTried, setTried] = useState(isTrying)
  if (isTrying && !wasTried) setTried(true)
  return (
    <article>
      <Head operation={props.operation} />
      <Tabs
        mt="lg"
        value={isTrying ? 'try' : 'docs'}
        keepMounted={false}
        keepMountedMode="display-none"
        onChange={(next) => setState({ tab: next ?? 'docs' })}
      >
        <Tabs.List mb="lg">
          <Tabs.Tab value="docs">{words.tabs.docs}</Tabs.Tab>
          <Tabs.Tab value="try">{words.tabs.try}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="docs">
          <Documentation {...props} />
        </Tabs.Panel>
        {/* Once it was opened: an answer may be one that is given only once. */}
        <Tabs.Panel value="try" keepMounted={wasTried}>
          <TryIt {...props} token={token} onToken={onToken} />
        </Tabs.Panel>
      </Tabs>
    </article>
  )
}

function Head({ operation }: Pick<OperationProps, 'operation'>) {
  const { summary, description, method, path, access, scopes } = operation
  return (
    <Stack gap="sm">
      <Title order={2} fz="1.25rem">
        {summary}
      </Title>
      {description !== undefined && (
        <Prose size="md" maw="46rem">
          {description}
        </Prose>
      )}
      <div className={styles.path}>
        <Method method={method} />
        <code>{path}</code>
        <CopyButton value={path} what={words.path} />
      </div>
      <Group gap="md" style={{ rowGap: 4 }}>
        <Text size="sm" c="dimmed">
          {words.access[access]}
        </Text>
        {scopes.map((scope) => (
          <Text key={scope} size="sm" c="dimmed">
            {words.scope} <code className={styles.code}>{scope}</code>
          </Text>
        ))}
      </Group>
    </Stack>
  )
}
