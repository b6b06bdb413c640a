import { Button, Group, Text, useComputedColorScheme } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useCall } from '../../app/api.ts'
import { useMay } from '../../app/session.ts'
import { PageHeader } from '../../components/page-header.tsx'
import { texts } from '../../texts/index.ts'
import styles from './reference.module.css'

const { reference: words, pages } = texts.webhooks

/** The reference of the server, with a test client of the account filled in. */
export default function Reference() {
  const may = useMay('clients:read', 'test')
  const scheme = useComputedColorScheme('light')
  const { data, isLoading } = useCall(
    'GET /clients',
    { query: { mode: 'test' } },
    { isEnabled: may },
  )
  const clientId = data?.find(({ revokedAt }) => revokedAt === null)?.clientId
  const search = new URLSearchParams({ scheme, ...(clientId && { client_id: clientId }) })
  const address = `/docs?${search}`
  return (
    <>
      <PageHeader
        title={pages.reference}
        text={words.text}
        actions={
          <Group gap="xs">
            <Button variant="default" component="a" href="/openapi.json" target="_blank">
              {words.openApi}
            </Button>
            <Button
              variant="default"
              component="a"
              href={address}
              target="_blank"
              rightSection={<IconExternalLink size={16} />}
            >
              {words.newTab}
            </Button>
          </Group>
        }
      />
      {clientId && (
        <Text size="sm" c="dimmed" mb="sm" style={{ overflowWrap: 'anywhere' }}>
          {words.prefilled(clientId)}
        </Text>
      )}
      {!isLoading && (
        <iframe key={address} className={styles.frame} src={address} title={words.frame} />
      )}
    </>
  )
}
