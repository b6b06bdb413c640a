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
