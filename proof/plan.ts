import type { Engine } from './engines/engine.ts'
import type { CrashPoint } from './server/points.ts'

/** What one life of the servers is like, and how it ends. */
export interface Plan {
  readonly name: string
  /** Where one of them dies; left out where it is killed whatever it does. */
  readonly armed?: { readonly point: CrashPoint; readonly passes: number }
  /** Everybody stops before the end, so that views can be compared. */
  readonly isQuiet: boolean
  /** So many requests, where nothing else ends it. */
  readonly requests: number
  readonly slowDiskMs: number
  /** The clock jumps while it serves. */
  readonly jumpsInBetween: boolean
  readonly disturb: boolean
  /** How much of all mail is refused for the moment. */
  readonly refusedMail: number
  /** All mail that is due is tried before anybody changes anything. */
  readonly mailIsTried: boolean
}

/** How often a point is passed before it is the end: enough for everybody to be under way. In a rush mails go out one by one. */
function passesOf(point: CrashPoint, chance: number): number {
  return point.includes('send') ? Math.floor(chance * 6) : 10 + Math.floor(chance * 20)
}

/** Every point comes in turn, with a kill at random between two of them, and a quiet end now and then. */
export function planOf(round: number, dice: () => number, engine: Engine): Plan {
  const { crashPoints } = engine
  const point = crashPoints[Math.floor(round / 2) % crashPoints.length]
  const isArmed = round % 2 === 0 && point !== undefined
  const isRefusing = dice() < 0.5
  const isQuiet = !isArmed && round % 6 === 5
  return {
    name: isArmed ? point : isQuiet ? 'when nobody asked for anything' : 'at random',
    ...(isArmed ? { armed: { point, passes: passesOf(point, dice()) } } : {}),
    isQuiet,
    requests: 120 + Math.floor(dice() * 200),
    slowDiskMs: dice() < 0.3 ? 25 : 0,
    jumpsInBetween: dice() < 0.5,
    disturb: dice() < 0.4,
    refusedMail: isRefusing ? 0.9 : 0.1,
    mailIsTried: isRefusing,
  }
}
