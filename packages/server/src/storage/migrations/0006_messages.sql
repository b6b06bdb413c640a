-- Messages: the cards reach their recipients. The words of a message are nowhere in here, because
-- they hold codes: they are written anew from the order each time they are sent or shown.

create type message_channel as enum ('email', 'sms');
create type message_state as enum ('queued', 'sending', 'sent', 'failed', 'bounced', 'cancelled');

-- How far the messages follow the events of an account and mode: every order that a successful
-- event up to this number tells of has what it owes. Whoever hands out more locks the row.
create table message_streams (
  account_id bigint not null,
  mode mode not null,
  handed_sequence bigint not null default 0,
  primary key (account_id, mode)
);

create sequence message_ids;

create table messages (
  account_id bigint not null,
  mode mode not null,
  id bigint not null default nextval('message_ids'),
  order_id bigint not null,
  channel message_channel not null,
  -- 0 for the one that the order owes; further ones were asked for.
  copy smallint not null,
  -- An e-mail address, or a phone number in E.164 form.
  recipient text not null,
  locale text not null,
  telling text not null check (telling in ('code', 'link')),
  state message_state not null,
  attempts integer not null default 0,
  -- When it is tried next; while it is being sent, when it is tried again if the sender dies.
  due_at timestamptz,
  provider text,
  provider_reference text,
  -- Why it was not sent.
  error text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (account_id, mode, id),
  check ((due_at is not null) = (state in ('queued', 'sending')))
) with (fillfactor = 80);
-- One message per order and channel for ever, unless somebody asks for another.
create unique index messages_by_order on messages (account_id, mode, order_id, channel, copy);
create index messages_by_recipient on messages (account_id, mode, lower(recipient), id);
create index messages_unsent on messages (due_at) where state in ('queued', 'sending');

create table message_attempts (
  account_id bigint not null,
  mode mode not null,
  message_id bigint not null,
  number integer not null,
  provider text not null,
  outcome text not null check (outcome in ('accepted', 'deferred', 'failed', 'bounced')),
  -- What the provider said, without codes.
  answer text not null,
  milliseconds integer not null,
  at timestamptz not null,
  primary key (account_id, mode, message_id, number)
);

-- A link that shows the cards of an order once. Its token is derived from the master key whenever
-- the message is written; here is what recognises it.
create table claim_links (
  account_id bigint not null,
  mode mode not null,
  message_id bigint not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  claimed_at timestamptz,
  revoked_at timestamptz,
  primary key (account_id, mode, message_id)
);
-- Whoever opens a link names the token only. Tokens are random, so one is enough to find it.
create index claim_links_by_token on claim_links (token_hash);

-- Cards are opened for messages as well: then this names the message or the access token.
alter table card_reveals rename column client_id to revealed_by;

-- Whoever has a wallet may order, and is followed from the first event on.
insert into event_streams (account_id, mode)
  select account_id, mode from wallets on conflict do nothing;
