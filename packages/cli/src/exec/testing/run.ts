// Runs a program with a server that is started by `serve.ts` instead of the real command.
import { fileURLToPath } from 'node:url'
import { endLike } from '../program.ts'
import { runExec } from '../run.ts'

const [program = '', ...args] = process.argv.slice(2)
const outcome = await runExec({
  command: [program, ...args],
  env: process.env,
  dataDir: process.env.SCRIP_DATA_DIR ?? '',
  serveCommand: [process.execPath, fileURLToPath(new URL('serve.ts', import.meta.url))],
  preloadFolder:
    process.env.PRELOAD_FOLDER ?? fileURLToPath(new URL('../../../preload', import.meta.url)),
  offline: false,
  quiet: false,
  hasTerminal: false,
  tell: (line) => void process.stderr.write(`${line}\n`),
  print: (line) => void process.stdout.write(`${line}\n`),
}).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`)
  return { code: 1 }
})
endLike(outcome)
