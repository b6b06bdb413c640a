import { titles } from './titles.ts'

const count = (number: number, one: string, many: string): string =>
  number === 1
    ? `1 ${one}`
    : `${number.toLocaleString('en')}${number >= 1_000 ? ' or more' : ''} ${many}`

/** What the pages of this room say. */
export const home = {
  pages: titles.home,

  needs: {
    title: 'Needs you',
    nothing: 'Nothing needs you',
    low: (balance: string) => `The balance is ${balance}, below your alert`,
    short: (days: string) => `Your balance will run out in ${days}`,
    stuck: (number: number) =>
      `${count(number, 'order waits', 'orders wait')} for more than ten minutes`,
    failed: (number: number) => `${count(number, 'order', 'orders')} failed in the last 24 hours`,
    bounced: (number: number) =>
      `${count(number, 'message', 'messages')} came back in the last 7 days: the addresses are wrong`,
    undelivered: (number: number) =>
      `${count(number, 'message', 'messages')} could not be sent in the last 7 days`,
    waiting: (number: number) => `${count(number, 'message waits', 'messages wait')} to be sent`,
    failing: (number: number) =>
      `${count(number, 'webhook endpoint does', 'webhook endpoints do')} not answer`,
    disabled: (number: number) =>
      `${count(number, 'webhook endpoint is', 'webhook endpoints are')} switched off`,
    givenUp: (number: number) =>
      `Sending ${count(number, 'event', 'events')} to webhooks was given up in the last 24 hours`,
    funding: (number: number) =>
      number === 1
        ? 'Your funding request is awaiting approval'
        : `Your ${number.toLocaleString('en')} funding requests are awaiting approval`,
    approvals: (number: string) => `Review funding requests (${number})`,
  },

  balance: 'Balance',
  runway: (days: string) => `lasts ${days}`,
  runwayUnknown: 'no spending yet',
  ordersToday: 'Orders today',
  ordersThisMonth: 'Orders this month',
  spent: (amount: string) => `${amount} spent`,
  webhooks: 'Webhooks',
  webhooksNone: 'No endpoint',
  webhooksOn: (number: number) => `${number} ${number === 1 ? 'endpoint' : 'endpoints'}`,
  webhooksFine: 'all answer',
  webhooksFailing: (number: number) => `${number} failing`,
  webhooksNoneNote: 'add one to hear of every order',

  chart: {
    title: 'The last 30 days',
    orders: 'Orders',
    spent: 'Spent',
    what: 'What to show',
    day: 'Day',
    bar: (orders: number, spent: string) =>
      `${orders.toLocaleString('en')} ${orders === 1 ? 'order' : 'orders'}, ${spent}`,
  },

  recent: {
    title: 'Recent orders',
    all: 'All orders',
    name: 'Recent orders',
    columns: { order: 'Order', product: 'Product', when: 'When', status: 'Status', cost: 'Cost' },
    empty: 'No orders yet',
    emptyText: 'Orders show here as soon as they are placed, by API or by hand.',
    place: 'Place an order',
    cards: (quantity: number, price: string) => `${quantity} × ${price}`,
  },

  steps: {
    title: 'First steps',
    text: 'Three calls from a terminal, and a card is yours. Each is checked off as it arrives.',
    done: (number: number) => `${number} of 3 done`,
    isDone: 'Done',
    isOpen: 'Open',
    token: 'Get a token',
    tokenText: 'It proves who calls, for a day.',
    catalogue: 'Read the catalogue',
    catalogueText: 'What there is to buy, with its prices.',
    order: 'Place an order',
    orderText: 'It is paid from the test wallet, and the card goes to your inbox.',
    client: 'These calls use the test client',
    secretOf: 'and the secret that you were shown when it was made.',
    noClient: 'The calls need a client: an id and a secret for your program.',
    create: 'Create a test client',
    created: 'The secret is in the first call and is shown only now. Keep it.',
    settings: 'API settings',
    askDeveloper: 'Ask a developer of the account for a client.',
    clientName: 'First steps',
  },
}
