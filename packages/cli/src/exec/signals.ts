import type { ChildProcess } from 'node:child_process'

export interface SignalRelay {
  /** From now on signals go to this child. */
  attach: (child: ChildProcess) => void
  /** Aborted by a signal that comes while there is no child yet. */
  abort: AbortSignal
  /** That signal. */
  received: () => NodeJS.Signals | undefined
  /** Gives the signals their usual meaning back. */
  stop: () => void
}

/**
 * Keeps this process alive through signals, so that it can always put things away behind it.
 *
 * SIGTERM and SIGHUP are passed on to the child. SIGINT and SIGQUIT are passed on too unless a
 * terminal has already sent them to the whole process group: a second Ctrl-C means "at once" to
 * many programs.
 */
export function relaySignals({ hasTerminal }: { hasTerminal: boolean }): SignalRelay {
  const controller = new AbortController()
  let child: ChildProcess | undefined
  let received: NodeJS.Signals | undefined
  const forward = (signal: NodeJS.Signals) => {
    if (child !== undefined) {
      child.kill(signal)
    } else {
      received ??= signal
      controller.abort()
    }
  }
  const fromKeyboard = (signal: NodeJS.Signals) => {
    if (child === undefined || !hasTerminal) forward(signal)
  }
  const handlers = {
    SIGTERM: forward,
    SIGHUP: forward,
    SIGINT: fromKeyboard,
    SIGQUIT: fromKeyboard,
  }
  for (const [signal, handler] of Object.entries(handlers)) process.on(signal, handler)
  return {
    attach: (started) => {
      child = started
    },
    abort: controller.signal,
    received: () => received,
    stop: () => {
      for (const [signal, handler] of Object.entries(handlers)) process.off(signal, handler)
    },
  }
}
