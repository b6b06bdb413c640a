const open = new Set<AsyncDisposableStack>()

/** A stack whose things are also put away when the benchmark is interrupted. */
export function openStack(): AsyncDisposableStack {
  const stack = new AsyncDisposableStack()
  open.add(stack)
  stack.defer(() => void open.delete(stack))
  return stack
}

/** Stops servers and deletes their data on Ctrl-C and `kill`, then ends; the signal given tells. */
export function cleanUpOnSignals(): AbortSignal {
  const interruption = new AbortController()
  for (const [signal, exitCode] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, async () => {
      interruption.abort()
      await Promise.allSettled([...open].map((stack) => stack.disposeAsync()))
      process.exit(exitCode)
    })
  }
  return interruption.signal
}
