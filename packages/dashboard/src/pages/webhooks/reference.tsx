import { Button, Group, SimpleGrid, Stack, Text, useComputedColorScheme } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useCall } from '../../app/api.ts'
import { useMay } from '../../app/session.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { CopyableId } from '../../components/copy-button.tsx'
import { Details } from '../../components/details.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'

const { reference: words, pages } = texts.webhooks

const links = [
  ['/developers/api-settings', words.links.clients],
  ['/settings/access-tokens', words.links.tokens],
  ['/developers/requests', words.links.requests],
  ['/developers/events', words.links.events],
] as const

/** The way to the reference of this server, with a test client of the account filled in. */
export default function Reference() {
  const may = useMay('clients:read', 'test')
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const { data } = useCall('GET /clients', { query: { mode: 'test' } }, { isEnabled: may })
  const clientId = data?.find(({ revokedAt }) => revokedAt === null)?.clientId
  const search = new URLSearchParams({ scheme, ...(clientId && { client_id: clientId }) })
  return (
    <>
      <PageHeader
        title={pages.reference}
        text={words.text}
        actions={
          <>
            <Button variant="default" component="a" href="/openapi.json" target="_blank">
              {words.openApi}
            </Button>
            <Button
              component="a"
              href={`/docs?${search}`}
              target="_blank"
              rightSection={<IconExternalLink size={16} />}
            >
              {words.open}
            </Button>
          </>
        }
      />
      <Stack gap="lg">
        <Addresses clientId={clientId} />
        <Section title={words.first} text={words.firstText}>
          <Stack gap="sm">
            {stepsFor(clientId ?? '…').map(({ label, code }) => (
              <CodeBlock key={label} title={label} code={code} />
            ))}
          </Stack>
        </Section>
      </Stack>
    </>
  )
}

/** Where the two APIs are, and what one calls them with. */
function Addresses({ clientId }: { readonly clientId: string | undefined }) {
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
      <Section title={words.giftCards} text={words.giftCardsText}>
        <Details
          items={[
            {
              label: words.address,
              value: <CopyableId value={location.origin} what={words.address} />,
            },
            {
              label: words.client,
              value: clientId ? (
                <CopyableId value={clientId} what={words.client} />
              ) : (
                words.noClient
              ),
            },
          ]}
        />
        {clientId && (
          <Text size="sm" c="dimmed" mt="xs">
            {words.prefilled}
          </Text>
        )}
      </Section>
      <Section title={words.management} text={words.managementText}>
        <Details
          items={[
            {
              label: words.address,
              value: <CopyableId value={`${location.origin}/manage/v1`} what={words.address} />,
            },
            {
              label: words.more,
              value: (
                <Group gap="md">
                  {links.map(([to, label]) => (
                    <PageLink key={to} to={to}>
                      {label}
                    </PageLink>
                  ))}
                </Group>
              ),
            },
          ]}
        />
      </Section>
    </SimpleGrid>
  )
}

const SANDBOX = 'https://giftcards-sandbox.reloadly.com'

function stepsFor(clientId: string) {
  const json = `-H 'Content-Type: application/json'`
  const bearer = '-H "Authorization: Bearer $TOKEN"'
  const credentials = {
    client_id: clientId,
    client_secret: '…',
    grant_type: 'client_credentials',
    audience: SANDBOX,
  }
  const order = { productId: 5, quantity: 1, unitPrice: 5, customIdentifier: 'my-first-order' }
  const curl = (path: string, ...lines: readonly string[]) =>
    [`curl ${location.origin}${path}`, ...lines].join(' \\\n  ')
  return [
    {
      label: words.steps.token,
      code: curl('/oauth/token', json, `-d '${JSON.stringify(credentials)}'`),
    },
    {
      label: words.steps.order,
      code: curl('/orders', bearer, json, `-d '${JSON.stringify(order)}'`),
    },
    { label: words.steps.cards, code: curl('/orders/transactions/3116/cards', bearer) },
  ]
}
