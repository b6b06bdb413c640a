import { Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { callsOf } from '../../app/first-calls.ts'
import { useMay } from '../../app/session.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { CopyableId } from '../../components/copy-button.tsx'
import { Details } from '../../components/details.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'

const { overview: words } = texts.reference

const links = [
  ['/developers/api-settings', words.links.clients, 'clients:read'],
  ['/settings/access-tokens', words.links.tokens, 'tokens:read'],
  ['/developers/requests', words.links.requests, 'requests:read'],
  ['/developers/events', words.links.events, 'events:read'],
] as const

/** Where the two APIs are, and the way to a first order. */
export function Overview({ clientId }: { readonly clientId: string | undefined }) {
  return (
    <Stack gap="lg">
      <Addresses clientId={clientId} />
      <Section title={words.first} text={words.firstText}>
        <Stack gap="sm">
          {stepsFor(clientId).map(({ label, code }) => (
            <CodeBlock key={label} title={label} code={code} wraps />
          ))}
        </Stack>
      </Section>
    </Stack>
  )
}

interface LinkForProps {
  readonly to: string
  readonly scope: string
  readonly children: string
}

/** A link for those who may see what is there. */
function LinkFor({ scope, ...link }: LinkForProps) {
  return useMay(scope) && <PageLink {...link} />
}

/** Where the two APIs are, and what one calls them with. */
function Addresses({ clientId }: { readonly clientId: string | undefined }) {
  return (
    <SimpleGrid type="container" cols={{ base: 1, '46rem': 2 }} spacing="lg">
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
                <Group gap="md" style={{ rowGap: 4 }}>
                  {links.map(([to, label, scope]) => (
                    <LinkFor key={to} to={to} scope={scope}>
                      {label}
                    </LinkFor>
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

/** The first order and its cards; each request uses what the one before has found. */
function stepsFor(clientId: string | undefined) {
  const { origin } = location
  const { token, order } = callsOf({ origin, clientId, secret: undefined, email: undefined })
  const number = `sed 's/.*"transactionId":\\([0-9]*\\).*/\\1/'`
  const cards = `curl "${origin}/orders/transactions/$ORDER/cards"`
  return [
    { label: words.steps.token, code: token },
    { label: words.steps.order, code: `ORDER=$(${order} \\\n  | ${number})` },
    { label: words.steps.cards, code: `${cards} -H "Authorization: Bearer $TOKEN"` },
  ]
}
