import { Button, Stack } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconPlus } from '@tabler/icons-react'
import { invalidate, useCall } from '../../app/api.ts'
import { useWhyNotBuy } from '../../app/buying.ts'
import { useEvents } from '../../app/events.ts'
import { useMode } from '../../app/mode.ts'
import { useMay } from '../../app/session.ts'
import { timeZone } from '../../app/time-zone.ts'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { PageHeader } from '../../components/page-header.tsx'
import { ViewAsApi } from '../../components/view-as-api.tsx'
import { texts } from '../../texts/index.ts'
import { AddFundsDialog } from './add-funds.tsx'
import { FundingRequests } from './funding-requests.tsx'
import { RequestFundingDialog } from './request-funding.tsx'
import { Statement } from './statement.tsx'
import { Summary } from './summary.tsx'

export default function WalletPage() {
  const mode = useMode()
  const mayWrite = useMay('wallet:write')
  const whyNotFund = useWhyNotBuy('wallet:write')
  const [isFunding, funding] = useDisclosure(false)
  const wallet = useCall('GET /wallet', { query: { mode, timeZone } })
  useEvents(['wallet.', 'order.', 'funding.'], () =>
    invalidate(['GET /wallet', 'GET /funding-requests', 'GET /wallet/balance']),
  )
  const isLive = mode === 'live'
  const label = isLive ? texts.wallet.requestFunding : texts.wallet.addFunds
  return (
    <>
      <PageHeader
        title={texts.wallet.pages.wallet}
        actions={
          <>
            <ViewAsApi path="/wallet" query={{ mode }} />
            <Button
              leftSection={<IconPlus size={16} aria-hidden />}
              onClick={funding.open}
              disabled={whyNotFund !== undefined || wallet.data === undefined}
              title={whyNotFund}
            >
              {label}
            </Button>
          </>
        }
      />
      <Stack gap="lg">
        {wallet.error && <ErrorNotice error={wallet.error} onRetry={() => void wallet.refetch()} />}
        {(wallet.data || !wallet.error) && (
          <>
            <Summary wallet={wallet.data} mayWrite={mayWrite} />
            {isLive && (
              <FundingRequests
                mayWrite={mayWrite}
                {...(whyNotFund === undefined && { onRequest: funding.open })}
              />
            )}
            <Statement currency={wallet.data?.currencyCode} />
          </>
        )}
      </Stack>
      {wallet.data &&
        (isLive ? (
          <RequestFundingDialog
            isOpen={isFunding}
            onClose={funding.close}
            currency={wallet.data.currencyCode}
          />
        ) : (
          <AddFundsDialog
            isOpen={isFunding}
            onClose={funding.close}
            currency={wallet.data.currencyCode}
          />
        ))}
    </>
  )
}
