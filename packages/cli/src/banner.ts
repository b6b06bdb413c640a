import type { ServerRecord } from '@openscrip/server'
import pc from 'picocolors'

/** Shows where the server is and a first request that works as it stands. */
export function writeBanner(server: ServerRecord): void {
  process.stdout.write(`${bannerOf(server)}\n`)
}

export function bannerOf(server: ServerRecord): string {
  const { url, clientId, clientSecret, manageToken, dashboardUrl, signInUrl } = server
  const { dataDir, version } = server
  const line = (name: string, value: string) => `  ${pc.dim(name.padEnd(14))}${value}`
  const lines = [
    '',
    `  ${pc.bold('OpenScrip')} ${pc.dim(version)}`,
    '',
    line('Address', pc.cyan(url)),
    line('Dashboard', pc.cyan(signInUrl ?? dashboardUrl)),
    line('Data', dataDir),
  ]
  if (signInUrl !== null) {
    lines.push(`  ${' '.repeat(14)}${pc.dim('The dashboard link signs you in, once.')}`)
  }
  if (clientId !== null) {
    lines.push('', `  ${pc.bold('Demo account')} ${pc.dim('(test mode)')}`)
    lines.push(line('client_id', clientId))
    lines.push(line('client_secret', clientSecret ?? pc.dim('(set when the account was made)')))
    if (manageToken !== null) lines.push(line('manage token', manageToken))
  }
  if (clientId !== null && clientSecret !== null) {
    lines.push('', `  ${pc.bold('Get a token')}`, '', curlOf(url, clientId, clientSecret))
  }
  lines.push('', `  ${pc.bold('Run your program against it, unchanged')}`, '')
  lines.push('  npx scrip exec -- python3 your_program.py', '')
  return lines.join('\n')
}

function curlOf(url: string, clientId: string, clientSecret: string): string {
  const body = {
    client_id: clientId,
    client_secret: clientSecret,
    grant_type: 'client_credentials',
    audience: 'https://giftcards-sandbox.reloadly.com',
  }
  return [
    `  curl ${url}/oauth/token \\`,
    "    -H 'Content-Type: application/json' \\",
    `    -d '${JSON.stringify(body)}'`,
  ].join('\n')
}
