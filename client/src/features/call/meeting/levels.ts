import type { Clock } from '../../../lib/time/clock.ts'
import { Listeners } from './listeners.ts'

const pace = 50

interface Levels {
  /** Whether there is anything to hear. */
  readonly run: (isOn: boolean) => void
  readonly listen: (listener: (level: number) => void) => () => void
}

/** How loud the other side is, read only while somebody wants to know and there is something to hear. */
export function createLevels(clock: Clock, read: () => number): Levels {
  const listeners = new Listeners<[number]>()
  let isRunning = false
  let stop: (() => void) | null = null

  function look(): void {
    stop = clock.after(pace, look)
    listeners.tell(read())
  }

  function settle(): void {
    const isWanted = isRunning && listeners.size > 0
    if (isWanted && !stop) look()
    if (isWanted || !stop) return
    stop()
    stop = null
    listeners.tell(0)
  }

  return {
    run(isOn) {
      isRunning = isOn
      settle()
    },
    listen(listener) {
      const forget = listeners.add(listener)
      settle()
      return () => {
        forget()
        settle()
      }
    },
  }
}
