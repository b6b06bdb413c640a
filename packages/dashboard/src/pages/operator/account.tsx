import { useParams } from '@tanstack/react-router'
import { useCall } from '../../app/api.ts'
import { PagePending } from '../../app/states.tsx'
import { CopyableId } from '../../components/copy-button.tsx'
import { DateTime } from '../../components/date-time.tsx'
import { Details } from '../../components/details.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { Section } from '../../components/section.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { AccountPrices } from './account-prices.tsx'
import { countryName } from './countries.ts'
import { LiveButton, LiveChip } from './live-mode.tsx'
import styles from './operator.module.css'

const { account: words, pages } = texts.operator

export default function AccountPage() {
  const { accountId = '' } = useParams({ strict: false }) as { readonly accountId?: string }
  const { data, error, refetch } = useCall('GET /operator/accounts/{accountId}', {
    path: { accountId: Number(accountId) },
  })
  const back = { label: pages.accounts, to: '/operator' }
  if (error !== null && data === undefined) {
    return (
      <>
        <PageHeader title={pages.account} back={back} />
        <ErrorNotice error={error} onRetry={() => void refetch()} />
      </>
    )
  }
  if (data === undefined) return <PagePending />
  return (
    <>
      <PageHeader
        title={data.name}
        back={back}
        status={<LiveChip {...data} />}
        actions={
          <>
            <ViewAsApi path={`/operator/accounts/${data.id}`} />
            <LiveButton account={data} />
          </>
        }
      />
      <div className={styles.stack}>
        {error !== null && <ErrorNotice error={error} onRetry={() => void refetch()} />}
        <AccountPrices accountId={data.id} />
        <Section title={words.about}>
          <Details
            items={[
              { label: words.id, value: <CopyableId value={String(data.id)} what={words.id} /> },
              { label: words.country, value: countryName(data.countryCode) },
              { label: words.currency, value: data.currencyCode ?? texts.common.none },
              { label: words.opened, value: <DateTime at={data.createdAt} look="absolute" /> },
            ]}
          />
        </Section>
      </div>
    </>
  )
}
