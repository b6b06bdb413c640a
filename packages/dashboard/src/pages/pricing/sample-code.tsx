import { Text } from '@mantine/core'
import { useCall } from '../../app/api.ts'
import { useMode } from '../../app/mode.ts'
import { exact } from '../../app/money.ts'
import { useMay } from '../../app/session.ts'
import { CodeBlock } from '../../components/code-block.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { Section } from '../../components/section.tsx'
import { texts } from '../../texts/index.ts'
import { samplesOf } from './samples.ts'
import type { Product } from './values.ts'

const words = texts.pricing.product

/** Stands where a client id would, as long as there is none. */
const NO_CLIENT = 'YOUR_CLIENT_ID'

/** The program that orders this card, with the values of this page. */
export function SampleCode({ product }: { readonly product: Product }) {
  const mode = useMode()
  const may = useMay('clients:read')
  const { data } = useCall('GET /clients', { query: { mode } }, { isEnabled: may })
  const client = data?.find(({ revokedAt }) => revokedAt === null)
  const shown = product.price ?? product.prices[0]
  const samples = samplesOf({
    origin: location.origin,
    mode,
    clientId: client?.clientId ?? NO_CLIENT,
    productId: product.productId,
    unitPrice: shown === undefined ? '10' : String(exact(shown, 'unitPrice')),
  })
  return (
    <Section title={words.code} text={words.codeText}>
      {data !== undefined && (
        <Text size="sm" mb="sm">
          {client === undefined ? (
            <>
              {words.noClient} <PageLink to="/developers/api-settings">{words.makeClient}</PageLink>
            </>
          ) : (
            words.client(client.name)
          )}
        </Text>
      )}
      <CodeBlock code={samples} maxHeight="28rem" />
    </Section>
  )
}
