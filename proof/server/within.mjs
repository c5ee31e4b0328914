import { moveClock } from '../../scripts/move-clock.mjs'

// Loaded before a variant of the server, in its process: what the patches of `points.ts` call, and what the runner asks for.

if (process.env.NODE_ENV === 'production') {
  throw new Error(
    'Crash points are for the proof alone: they are refused where NODE_ENV=production.',
  )
}

/** So long what was sent on its way may still leave the process. */
const lastWordsMs = 60

/** The point at which this process ends, and how often it is passed before. */
let armed = { point: '', passes: 0 }
let slowDiskMs = 0
let isDying = false

function isReached(point) {
  return point === armed.point && armed.passes-- <= 0
}

function die() {
  process.kill(process.pid, 'SIGKILL')
  // Nothing may happen between here and the end.
  wait(10_000)
}

function wait(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
}

globalThis.proof = {
  /** Ends the process at once. */
  point(name) {
    if (isReached(name)) die()
  },
  /** True if the process is about to end: what comes next is left out, and what came before may still go out. */
  pointSoon(name) {
    if (isDying) return true
    if (!isReached(name)) return false
    isDying = true
    setTimeout(die, lastWordsMs)
    return true
  },
  /** What a slow disk does to whoever waits for it. */
  flush() {
    if (slowDiskMs > 0) wait(slowDiskMs)
  },
}

process.on('message', (asked) => {
  if (asked.armed) armed = asked.armed
  if (asked.slowDiskMs !== undefined) slowDiskMs = asked.slowDiskMs
  if (asked.moveClockMs) moveClock(asked.moveClockMs)
  process.send('done')
})
// It ends with whoever started it, and keeps nobody waiting who wants to stop it.
process.on('disconnect', () => process.exit(1))
process.channel?.unref()
