import type { IceServer } from '@expertconnect/contract/calls/shapes'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useAnnounce } from '../../../ui/feedback/use-announce.ts'
import { openConnection } from '../peer/peer-link.ts'
import { checkConnection } from './connection-check.ts'
import {
  type LastCheck,
  lastCheck,
  rememberCheck,
  subscribeToChecks,
  wordsOf,
} from './last-check.ts'

/** The test of the connection, and what it said the last time on this device. */
export function useConnectionCheck(
  of: string,
  iceServers: readonly IceServer[],
): { last: LastCheck | null; isRunning: boolean; run: () => void } {
  const last = useSyncExternalStore(subscribeToChecks, () => lastCheck(of))
  const [isRunning, setRunning] = useState(false)
  const isShown = useRef(true)
  const announce = useAnnounce()
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])

  async function run() {
    if (isRunning) return
    setRunning(true)
    const result = await checkConnection(iceServers, openConnection)
    rememberCheck(of, { ...result, at: Date.now() })
    if (!isShown.current) return
    setRunning(false)
    announce(wordsOf(result).title)
  }

  return { last, isRunning, run: () => void run() }
}
