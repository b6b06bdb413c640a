import { existsSync, writeSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { isatty } from 'node:tty'
import { fileURLToPath } from 'node:url'
import { Command, InvalidArgumentError } from 'commander'
import { endLike } from '../exec/program.ts'

interface ExecFlags {
  server?: string
  dataDir: string
  offline?: true
  quiet?: true
  printEnv?: true
}

// One line per paragraph: commander wraps them to the width of the terminal.
const description = [
  'Run a program, unchanged, so that its Reloadly calls reach OpenScrip.',
  'Calls to auth.reloadly.com, giftcards.reloadly.com and giftcards-sandbox.reloadly.com are ' +
    'answered by the OpenScrip server of the data directory. If none is running, one is started ' +
    'and ends with the program.',
  'The program keeps the real host names. It gets variables that make its HTTP client take the ' +
    'detour and trust the certificate. Other hosts stay reachable, and their traffic passes ' +
    'through unread. No root rights are needed.',
].join('\n\n')

const examples = `
Examples:
  scrip exec -- python quickstart.py        a Python program
  scrip exec -- npm test                    a test suite, and all processes it starts
  scrip exec --offline -- node server.mjs   the same, but no other host can be called
  scrip exec --server http://10.0.0.5:4020 -- php artisan orders:sync
  scrip exec --print-env                    print the variables, serve until Ctrl-C

The program gets:
  RELOADLY_CLIENT_ID, RELOADLY_CLIENT_SECRET   the demo client, unless you have set one
  SCRIP_URL                                    the address of the server
  HTTPS_PROXY, NODE_OPTIONS, JAVA_TOOL_OPTIONS, SSL_CERT_FILE and the like

Exit status: that of the program; 127 if there is no such program, 126 if it cannot be
run, 1 if OpenScrip did not start. A program killed by a signal ends this command by it.

A client that ignores all proxy variables and is not Node.js (an http.Transport of your
own in Go, aiohttp without trust_env) still calls the real Reloadly.`

/**
 * The `exec` command.
 *
 * The program that adds it must call `enablePositionalOptions()` first: only then do the options
 * behind the program's name belong to the program.
 */
export function execCommand(): Command {
  return new Command('exec')
    .summary('run a program whose Reloadly calls reach OpenScrip')
    .description(description)
    .usage('[options] [--] PROGRAM [ARGS...]')
    .argument('[program]', 'the program to run')
    .argument('[args...]', 'its arguments, passed on as they are')
    .option('--server <url>', 'use this server instead of the one of the data directory', parseUrl)
    .option(
      '--data-dir <path>',
      'the data directory (SCRIP_DATA_DIR)',
      process.env.SCRIP_DATA_DIR || '.scrip',
    )
    .option('--offline', "refuse every host but Reloadly's and the loopback")
    .option('--quiet', 'write no notices to stderr')
    .option('--print-env', 'print the variables instead of running a program')
    .addHelpText('after', examples)
    .passThroughOptions()
    .action(runCommand)
}

async function runCommand(
  program: string | undefined,
  args: string[],
  flags: ExecFlags,
  command: Command,
): Promise<void> {
  if (program === undefined && !flags.printEnv) {
    command.error('scrip exec: name the program to run, as in `scrip exec -- node app.mjs`.')
  }
  // Loaded late: the certificate library takes a quarter of a second that other commands save.
  const { runExec } = await import('../exec/run.ts')
  const root = findPackageRoot()
  try {
    const outcome = await runExec({
      command: program === undefined || flags.printEnv ? undefined : [program, ...args],
      env: process.env,
      dataDir: resolve(flags.dataDir),
      ...(flags.server !== undefined && { serverUrl: flags.server }),
      serveCommand: [process.execPath, join(root, 'bin', 'scrip.js'), 'serve', '--json'],
      preloadFolder: join(root, 'preload'),
      offline: flags.offline === true,
      quiet: flags.quiet === true,
      hasTerminal: [0, 1, 2].some((descriptor) => isatty(descriptor)),
      tell: (line) => writeLine(2, line),
      print: (line) => writeLine(1, line),
    })
    endLike(outcome)
  } catch (error) {
    writeLine(2, `scrip exec: ${(error as Error).message}`)
    process.exitCode = 1
  }
}

// Not process.stderr, and isatty() not process.stdin.isTTY: those make the descriptor
// non-blocking, and the program has the same one.
function writeLine(descriptor: number, line: string): void {
  try {
    writeSync(descriptor, `${line}\n`)
  } catch {
    // Closed by the reader; there is nowhere left to say so.
  }
}

function parseUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  if (url?.protocol === 'http:') return url.origin
  throw new InvalidArgumentError('It must be a URL such as http://127.0.0.1:4020.')
}

/** The package's folder, whether this file runs from `src` or from a bundle in `dist`. */
function findPackageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'preload', 'reloadly-hosts.cjs'))) {
    if (dirname(folder) === folder) throw new Error('The package lacks its preload folder.')
    folder = dirname(folder)
  }
  return folder
}
