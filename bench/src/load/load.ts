import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { LoadMessage, LoadPlan, LoadResult } from './plan.ts'

const GENERATOR = fileURLToPath(new URL('./generator.ts', import.meta.url))

/**
 * Puts load on a server from a process of its own.
 *
 * @throws when a connection breaks; refusals (answers other than 200) are
 * counted in the result.
 */
export function runLoad(plan: LoadPlan, stack: AsyncDisposableStack): Promise<LoadResult> {
  const generator = fork(GENERATOR, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  stack.defer(() => void generator.kill('SIGKILL'))
  return new Promise((resolve, reject) => {
    generator.once('message', (message: LoadMessage) => {
      if ('result' in message) resolve(message.result)
      else reject(new Error(`the load stopped: ${message.failure}`))
    })
    generator.once('error', reject)
    generator.once('exit', () => reject(new Error('the load generator ended without a result')))
    generator.send(plan)
  })
}
