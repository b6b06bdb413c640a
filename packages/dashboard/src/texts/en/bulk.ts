import { titles } from './titles.ts'

const count = (number: number): string => number.toLocaleString('en')
const rows = (number: number): string => (number === 1 ? '1 row' : `${count(number)} rows`)

interface NotBought {
  readonly invalid: number
  readonly failed?: number
  readonly skipped?: number
}

/** What the pages of this room say. */
export const bulk = {
  pages: titles.bulk,
  count,
  rows,
  states: {
    draft: { label: 'Draft', hint: 'Checked. Nothing is bought until it is started.' },
    running: { label: 'Running', hint: 'Its rows are being bought, in the order of the file.' },
    paused: { label: 'Paused', hint: 'Nothing is bought until it is resumed.' },
    completed: { label: 'Completed', hint: 'Every row that could be bought was.' },
    cancelled: { label: 'Cancelled', hint: 'What was bought stays; the other rows never will be.' },
  },
  rowStates: {
    ready: { label: 'Ready', hint: 'Will be bought when its turn comes.' },
    placed: { label: 'Bought', hint: 'It is an order.' },
    skipped: { label: 'Bought before', hint: 'An earlier order has bought this row.' },
    invalid: { label: 'Invalid', hint: 'Cannot be bought as it is: correct it in the file.' },
    failed: { label: 'Failed', hint: 'Was refused when it was to be bought.' },
    cancelled: { label: 'Cancelled', hint: 'Was left when the bulk order was cancelled.' },
  },
  list: {
    explains:
      'One file, many orders. Every row buys once: the same file again buys only what is new.',
    create: 'New bulk order',
    table: 'Bulk orders',
    name: 'Name',
    state: 'State',
    progress: 'Rows',
    bought: (done: number, of: number) => `${count(done)} of ${count(of)} bought`,
    toBuy: (number: number) => `${rows(number)} to buy`,
    notBought: (number: number) => `${count(number)} not bought`,
    invalid: (number: number) => `${count(number)} invalid`,
    money: 'Cost',
    estimated: 'estimated',
    created: 'Uploaded',
    by: 'By',
    empty: {
      title: 'No bulk orders yet',
      text: 'Upload a CSV file with a row for each card. You see what every row costs before anything is bought.',
    },
    sampleTitle: 'rewards.csv',
    sample:
      'productId,unitPrice,recipientEmail,senderName\n5,10,jane@example.com,Acme\n5,25,joe@example.com,Acme',
  },
  create: {
    explains:
      'Upload a file, say which column is what, and see what every row would cost. Nothing is bought before you start it.',
    drop: 'Drop a CSV file here, or choose one',
    dropHint: 'Up to 20,000 rows and 8 MB, with a header row. From Excel, save as CSV.',
    paste: 'or paste rows',
    pasteLabel: 'Rows, with a header row',
    pastePlaceholder: 'productId,unitPrice,recipientEmail\n5,10,jane@example.com',
    usePasted: 'Use these rows',
    template: 'Download a template',
    pastedName: 'Pasted rows',
    tooLarge: 'The file is larger than 8 MB. Split it.',
    notText: 'This is no text file. In a spreadsheet program, save it as CSV.',
    lines: (number: number) => `${rows(number)}`,
    aboutLines: (number: number) => `About ${rows(number)}`,
    delimiters: {
      ',': 'separated by commas',
      ';': 'separated by semicolons',
      '\t': 'separated by tabs',
      '|': 'separated by bars',
    } as Readonly<Record<string, string>>,
    encodings: {
      'utf-8': 'UTF-8',
      'utf-16': 'UTF-16',
      'windows-1252': 'Windows-1252',
    },
    other: 'Choose another file',
    name: 'Name',
    nameHint: 'What you and your team know this upload by.',
    occasion: 'Occasion',
    occasionHint:
      'Only for files that come again, such as 2026-11. A row buys once for each occasion.',
    occasionPlaceholder: 'None',
    columns: 'Columns',
    columnsHint: 'Which column of your file is what. A default counts where a row says nothing.',
    field: 'Field',
    column: 'Column of the file',
    sample: 'First values',
    fallback: 'Default',
    columnFor: (field: string) => `Column for ${field}`,
    defaultFor: (field: string) => `Default for ${field}`,
    noColumn: 'None',
    unused: (names: readonly string[]) =>
      names.length === 1
        ? `The column ${names[0]} is not used.`
        : `These columns are not used: ${names.join(', ')}.`,
    needProduct: 'Say which product is bought: a column or a default for its id or name.',
    needValue: 'Say what each card is worth: a column or a default for the face value.',
    check: 'Check the rows',
    checking: 'Every row is being checked …',
    fields: {
      productId: { label: 'Product id', hint: 'As in Gift cards' },
      product: { label: 'Product or brand name', hint: 'Instead of the id' },
      country: { label: 'Country of the product', hint: 'With a name' },
      quantity: { label: 'Number of cards', hint: '1 when nothing is said' },
      unitPrice: { label: 'Face value', hint: 'In the currency of the card' },
      recipientEmail: { label: 'Recipient’s e-mail', hint: 'Gets the card' },
      recipientPhone: { label: 'Recipient’s phone', hint: 'Gets it by SMS' },
      recipientPhoneCountry: { label: 'Country of the phone', hint: 'For national numbers' },
      senderName: { label: 'Sender', hint: 'Required in live mode' },
      userId: { label: 'Player or account id', hint: 'For top-ups' },
      customIdentifier: { label: 'Your identifier', hint: 'Buys at most once' },
    },
  },
  detail: {
    back: 'Bulk orders',
    uploaded: 'Uploaded',
    by: 'by',
    started: 'started',
    ended: 'ended',
    occasion: (name: string) => `for ${name}`,
    start: 'Review and start',
    discard: 'Discard',
    pause: 'Pause',
    resume: 'Resume',
    cancel: 'Cancel the rest',
    failedRows: 'Rows not bought (CSV)',
    invalidRows: 'Invalid rows (CSV)',
    toBuy: 'To buy',
    willCost: 'Will cost',
    availableNow: 'Available now',
    availableAfter: 'Available after',
    notBuyable: 'Will not be bought',
    boughtBefore: 'Bought before',
    bought: 'Bought',
    spent: 'Spent',
    left: 'Still to buy',
    failed: 'Not bought',
    ofRows: (number: number) => `of ${rows(number)}`,
    notBoughtNote: ({ invalid, failed = 0, skipped = 0 }: NotBought) =>
      [
        ...(invalid > 0 ? [`${count(invalid)} invalid`] : []),
        ...(failed > 0 ? [`${count(failed)} refused`] : []),
        ...(skipped > 0 ? [`${count(skipped)} bought before`] : []),
      ].join(', '),
    duplicates: (number: number) =>
      number === 1
        ? '1 row repeats an earlier row and will be bought too.'
        : `${rows(number)} repeat earlier rows and will be bought too.`,
    earlierTitle: (number: number, total: number) =>
      number === total
        ? 'Every row of this file was bought before'
        : `${rows(number)} ${number === 1 ? 'was' : 'were'} bought before and will not be bought again`,
    earlier: 'Bought in',
    earlierRows: (number: number) => `(${rows(number)})`,
    earlierFix:
      'To buy the same once more on purpose, upload the file again with an occasion, such as 2026-12.',
    shortTitle: 'The wallet cannot pay all of it',
    shortText: (missing: string) =>
      `${missing} are missing. It can be started: it pauses when the money is used up and goes on when you resume it.`,
    pausedBroke: 'Paused: the wallet could not pay the next row',
    pausedBrokeText: 'Fund the wallet, then resume. No row is lost and none is bought twice.',
    pausedLive: 'Paused: live mode was disabled',
    pausedLiveText:
      'Resume once an operator of this server has enabled it again. No row is lost and none is bought twice.',
    fund: 'Go to the wallet',
    discarded: 'Discarded before it was started',
    discardedText:
      'Nothing was bought, and its rows are deleted. Upload the file again to start over.',
    nothing: 'No row of this file can be bought',
    nothingText: 'Download the rows with their reasons, correct them and upload the file again.',
    progress: (done: number, total: number) => `${count(done)} of ${rows(total)} done`,
    secondsLeft: (seconds: number) =>
      seconds < 60 ? `about ${seconds} s left` : `about ${count(Math.ceil(seconds / 60))} min left`,
    table: 'Rows of the bulk order',
    all: 'All',
    line: 'Line',
    recipient: 'Recipient',
    nobody: 'Nobody',
    product: 'Product',
    value: 'Value',
    cost: 'Cost',
    state: 'State',
    result: 'Result',
    order: (id: number) => `Order ${id}`,
    earlierOrder: 'An earlier bulk order',
    /** Where the field is named already, its sentence need not name it again. */
    problem: (field: string | null, message: string) => {
      if (message === `Invalid value provided for field ${field}`) return 'this is not valid'
      return message === `Missing required field ${field}` ? 'nothing is said' : message
    },
    sameAs: (line: number) => `same as line ${line}`,
    noRows: { title: 'No such rows', text: 'No row of this bulk order is in this state.' },
    showStates: 'Rows by state',
    review: {
      title: 'Start this bulk order?',
      action: (number: number, cost: string) => `Buy ${rows(number)} for about ${cost}`,
      word: 'BUY',
      rows: 'Rows that are bought',
      notBought: 'Rows that are not',
      cost: 'Price when checked',
      checked: 'Checked',
      note: 'Each row is priced again when it is bought, so the total can differ. You can pause at any time.',
    },
    cancelReview: {
      title: 'Cancel the rest?',
      action: (number: number) => `Cancel ${rows(number)}`,
      text: 'What was bought stays bought. The rows that are left are never bought by this bulk order; you can download them and upload them again.',
    },
    discardReview: {
      title: 'Discard this draft?',
      action: 'Discard',
      text: 'Nothing of it was bought, and nothing will be. Its rows are deleted.',
    },
  },
}
