import { Stack, Text } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useMode } from '../../app/mode.ts'
import { DateTime } from '../../components/date-time.tsx'
import { type Detail, Details } from '../../components/details.tsx'
import { PageLink } from '../../components/page-link.tsx'
import { Section } from '../../components/section.tsx'
import { Timeline } from '../../components/timeline.tsx'
import { texts } from '../../texts/index.ts'
import type { Message } from './message-row.tsx'

const { inbox: words, attempts: attemptWords, endpoint } = texts.webhooks

const tones = { accepted: 'good', deferred: 'waiting', failed: 'bad', bounced: 'bad' } as const

/** What is known of a message beside its words: its order, its link, every attempt to send it. */
export function MessageFacts({ message }: { readonly message: Message }) {
  const mode = useMode()
  return (
    <Section title={words.attempts}>
      <Stack gap="md">
        {message.attempts.length === 0 ? (
          <Text c="dimmed" size="sm">
            {words.noAttempts[mode]}
          </Text>
        ) : (
          <Timeline
            items={message.attempts.map(
              ({ number, outcome, provider, answer, milliseconds, at }) => ({
                key: String(number),
                icon: IconSend,
                tone: tones[outcome],
                title: `${words.outcomes[outcome]}, ${provider}, ${attemptWords.milliseconds(milliseconds)}`,
                at,
                body: answer,
              }),
            )}
          />
        )}
        <Details items={factsOf(message)} />
      </Stack>
    </Section>
  )
}

function factsOf(message: Message): Detail[] {
  const { id, transactionId, locale, sms, link, error, nextAttemptAt, isOriginal } = message
  const facts: (Detail | undefined)[] = [
    { label: endpoint.id, value: <span className="mono">{id}</span> },
    {
      label: words.order,
      value: <PageLink to={`/orders/${transactionId}`}>{transactionId}</PageLink>,
    },
    { label: words.locale, value: locale },
    isOriginal ? undefined : { label: words.copyOf, value: <DateTime at={message.createdAt} /> },
    error === null ? undefined : { label: words.error, value: error },
    nextAttemptAt === null
      ? undefined
      : { label: words.next, value: <DateTime at={nextAttemptAt} /> },
    sms === null
      ? undefined
      : { label: words.size, value: words.segments(sms.segments, sms.units, sms.encoding) },
    link === null ? undefined : { label: words.link, value: <LinkState link={link} /> },
  ]
  return facts.filter((fact) => fact !== undefined)
}

function LinkState({ link }: { readonly link: NonNullable<Message['link']> }) {
  const { expiresAt, claimedAt, revokedAt } = link
  const { linkStates } = words
  const [word, at] =
    claimedAt !== null
      ? [linkStates.claimed, claimedAt]
      : revokedAt !== null
        ? [linkStates.revoked, revokedAt]
        : [Date.parse(expiresAt) < Date.now() ? linkStates.expired : linkStates.ready, expiresAt]
  return (
    <>
      {word} <DateTime at={at} look="absolute" />
    </>
  )
}
