import { type Clock, realClock } from '../../../lib/time/clock.ts'
import { serverNow } from '../../../lib/time/server-clock.ts'
import { type Link, openConnection } from '../peer/peer-link.ts'
import { type Surroundings, watchSurroundings } from './surroundings.ts'

/** What a meeting takes from the browser. A test brings its own. */
export interface Environment {
  readonly clock: Clock
  /** What time it is for both sides, whatever the clock of this device shows. */
  readonly wallClock: () => number
  readonly isMobile: boolean
  /** Whether somebody may look at the page: browsers slow down the timers of others. */
  readonly isSeen: () => boolean
  readonly openLink: (configuration: RTCConfiguration) => Link
  readonly newStream: () => MediaStream
  readonly watchSurroundings: (surroundings: Surroundings) => () => void
}

export function browserEnvironment(): Environment {
  return {
    clock: realClock,
    wallClock: serverNow,
    isMobile: /Mobi|Android|iPhone|iPad/.test(navigator.userAgent),
    isSeen: () => document.visibilityState === 'visible',
    openLink: openConnection,
    newStream: () => new MediaStream(),
    watchSurroundings,
  }
}
