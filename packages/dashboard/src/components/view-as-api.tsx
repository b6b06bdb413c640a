import { ActionIcon, Button, Modal, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCode } from '@tabler/icons-react'
import { curlOf } from '../app/curl.ts'
import { texts } from '../texts/index.ts'
import { CodeBlock } from './code-block.tsx'

export interface ViewAsApiProps {
  readonly method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Behind `/manage/v1`, filled in: `/orders/5`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly body?: object
}

/** The request behind a page, ready to run: as curl and with the SDK. */
export function ViewAsApi(call: ViewAsApiProps) {
  const [isOpen, { open, close }] = useDisclosure(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCode size={16} />}
        onClick={open}
        visibleFrom="xs"
      >
        {texts.common.viewAsApi}
      </Button>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={texts.common.viewAsApi}
        onClick={open}
        hiddenFrom="xs"
        // The least of what can be done, and the shortest here.
        style={{ order: 1 }}
      >
        <IconCode size={16} />
      </ActionIcon>
      <Modal
        opened={isOpen}
        onClose={close}
        size="lg"
        title={<Text fw={620}>{texts.common.viewAsApi}</Text>}
      >
        <Stack>
          <Text size="sm" c="dimmed">
            {texts.common.viewAsApiExplains}
          </Text>
          <CodeBlock code={samplesOf(call)} />
        </Stack>
      </Modal>
    </>
  )
}

function samplesOf({ method = 'GET', path, query = {}, body }: ViewAsApiProps) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  const url = `${location.origin}/manage/v1${path}${search.size > 0 ? `?${search}` : ''}`
  const curl = curlOf({
    method,
    url,
    token: 'SCRIP_TOKEN',
    ...(body && {
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  const init = [
    `headers: { Authorization: \`Bearer \${process.env.SCRIP_TOKEN}\`${body ? ", 'Content-Type': 'application/json'" : ''} },`,
    ...(body ? [`body: JSON.stringify(${JSON.stringify(body)}),`] : []),
  ]
  const script = [
    `const response = await fetch('${url}', {`,
    ...(method === 'GET' ? [] : [`  method: '${method}',`]),
    ...init.map((line) => `  ${line}`),
    '})',
    'console.log(await response.json())',
  ]
  return [
    { label: 'curl', code: curl },
    { label: 'JavaScript', code: script.join('\n') },
  ]
}
