import { describeSettings } from '@openscrip/server'
import { Command } from 'commander'
import pc from 'picocolors'

export function configCommand(): Command {
  return new Command('config')
    .description('list every setting, what it means and its default')
    .option('--json', 'print the list as JSON')
    .action(({ json }: { json?: boolean }) => {
      const settings = describeSettings()
      if (json) {
        process.stdout.write(`${JSON.stringify(settings, null, 2)}\n`)
        return
      }
      const width = Math.min(process.stdout.columns ?? 80, 100) - 4
      for (const setting of settings) {
        const fallback =
          setting.default === undefined ? '' : pc.dim(` = ${pc.green(setting.default)}`)
        const secret = setting.isSecret ? pc.yellow(' (secret)') : ''
        process.stdout.write(`${pc.bold(setting.env)}${fallback}${secret}\n`)
        process.stdout.write(`${wrap(setting.about, width)}\n\n`)
      }
    })
}

function wrap(text: string, width: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`
    } else {
      lines.push(word)
    }
  }
  return lines.map((line) => `    ${line}`).join('\n')
}
