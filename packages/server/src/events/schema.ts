import Type, { type Static } from 'typebox'
import { modes } from '../accounts/index.ts'
import { jsonNumber } from '../core/decimal.ts'
import { inputErrors } from '../core/errors.ts'
import { type Event, type EventType, eventIdOf, eventTypes } from './model.ts'
import type { BackPage, FeedPage } from './service.ts'

export const EventOut = Type.Object(
  {
    sequence: Type.Integer({
      minimum: 1,
      description: 'From 1, without gaps, in each account and mode.',
    }),
    id: Type.String({ description: 'Unique for ever; webhooks carry it as `webhook-id`.' }),
    type: Type.Enum([...eventTypes]),
    mode: Type.Enum([...modes]),
    createdAt: Type.String({ description: 'When it happened, as ISO 8601 in UTC.' }),
    data: Type.Record(Type.String(), Type.Unknown(), {
      description: 'Of the shape that the type has; `docs/events` has a schema for each.',
    }),
  },
  { title: 'Event' },
)

export const EventPageOut = Type.Object(
  {
    content: Type.Array(EventOut),
    lastSequence: Type.Integer({
      minimum: 0,
      description:
        'Every event up to this number has been looked at. Ask for the next page with it as `after`.',
    }),
    hasMore: Type.Boolean({ description: 'Whether further events exist already.' }),
  },
  { title: 'EventPage' },
)

export const EventHistoryOut = Type.Object(
  {
    content: Type.Array(EventOut),
    hasMore: Type.Boolean({ description: 'Whether events follow: those before `nextBefore`.' }),
    nextBefore: Type.Union([Type.Integer(), Type.Null()], {
      description:
        'What to give as `before` for the next part. With a filter that hardly anything passes it ' +
        'can be there though the part is not full: so far was looked.',
    }),
  },
  { title: 'EventHistory' },
)

export const EventTypeOut = Type.Object(
  {
    type: Type.Enum([...eventTypes]),
    schema: Type.Record(Type.String(), Type.Unknown(), {
      description: 'JSON Schema, 2020-12, of `data`.',
    }),
    example: Type.Record(Type.String(), Type.Unknown(), { description: 'Made-up `data`.' }),
  },
  { title: 'EventType' },
)

export function toEventHistoryOut({
  events,
  nextBefore,
}: BackPage): Static<typeof EventHistoryOut> {
  const hasMore = nextBefore !== null
  return {
    content: events.map(toEventOut),
    hasMore,
    nextBefore: hasMore ? jsonNumber(nextBefore.toString()) : null,
  }
}

export function toEventOut(event: Event): Static<typeof EventOut> {
  return {
    sequence: jsonNumber(event.sequence.toString()),
    id: eventIdOf(event),
    type: event.type,
    mode: event.owner.mode,
    createdAt: event.at.toISOString(),
    data: event.data as Record<string, unknown>,
  }
}

export function toEventPageOut({
  events,
  lastSequence,
  hasMore,
}: FeedPage): Static<typeof EventPageOut> {
  const last = jsonNumber(lastSequence.toString())
  return { content: events.map(toEventOut), lastSequence: last, hasMore }
}

/** Types by their names, separated by commas. @throws invalidField for an unknown one */
export function readTypes(text: string | undefined): EventType[] | undefined {
  if (text === undefined) return undefined
  return text.split(',').map((name) => {
    const type = eventTypes.find((known) => known === name)
    if (type === undefined) throw inputErrors.invalidField({ field: 'types' })
    return type
  })
}
