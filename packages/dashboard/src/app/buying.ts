import { texts } from '../texts/index.ts'
import { useMode } from './mode.ts'
import { useAccount, useMay } from './session.ts'

/**
 * Why one cannot buy in the mode of the page, nor prepare it, with what takes this scope; undefined
 * when one can. Live mode that an operator has disabled is there to read.
 */
export function useWhyNotBuy(
  scope: 'orders:write' | 'bulk:write' | 'wallet:write' | 'clients:write',
) {
  const may = useMay(scope)
  const mode = useMode()
  const { isLiveEnabled } = useAccount()
  if (!may) return texts.common.notAllowed(scope)
  return mode === 'live' && !isLiveEnabled ? texts.shell.liveDisabled : undefined
}

export const useMayBuy = (scope: Parameters<typeof useWhyNotBuy>[0]): boolean =>
  useWhyNotBuy(scope) === undefined
