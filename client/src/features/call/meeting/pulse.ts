import type { Clock } from '../../../lib/time/clock.ts'

const second = 1000
/** A timer that is so late has slept, and so has the connection; or nobody looks at the page. */
const slept = 5000

/** Beats once a second until the answer is called, and notices when it could not. */
export function startPulse(clock: Clock, beat: () => void, woke: () => void): () => void {
  let before = clock.now()
  let stop = () => {}
  const look = () => {
    stop = clock.after(second, look)
    const late = clock.now() - before - second
    before = clock.now()
    if (late > slept) woke()
    beat()
  }
  stop = clock.after(second, look)
  return () => stop()
}
