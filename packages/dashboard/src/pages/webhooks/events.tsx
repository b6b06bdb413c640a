import { PageHeader } from '../../components/page-header.tsx'
import { texts } from '../../texts/index.ts'

export default function Page() {
  return <PageHeader title={texts.webhooks.pages.events} />
}
