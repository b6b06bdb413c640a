import { modes } from '@openscrip/server'
import { InvalidArgumentError, Option } from 'commander'

export function accountOption(): Option {
  return new Option('--account <id>', 'the account; the demo account when absent').argParser(
    (text: string): bigint => {
      if (!/^\d{1,18}$/.test(text)) throw new InvalidArgumentError('It must be a number.')
      return BigInt(text)
    },
  )
}

export function modeOption(): Option {
  return new Option('--mode <mode>', 'test or live').choices(modes).default('test')
}

export function urlOption(): Option {
  const about = 'address of the server; the one on the data directory when absent'
  return new Option('--url <url>', about).argParser(readUrl)
}

export function tokenOption(): Option {
  return new Option(
    '--token <token>',
    'access token; for the server on the data directory the demo account’s when absent',
  )
}

export function readUrl(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw new InvalidArgumentError('It must be an address such as http://localhost:3000/webhooks.')
  }
  return text.replace(/\/$/, '')
}
