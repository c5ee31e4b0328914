import { heldUpMark, lateMark, type Said } from '../../late/late-words.ts'

/** A session that begins, as it concerns whoever looks at this page. */
export interface Beginning {
  readonly id: string
  /** Empty for who is signed in. */
  readonly token: string
  readonly startsAt: string
  /** Whom one meets. */
  readonly who: string
  /** Since when they are in the room while one is not. */
  readonly waitingSince?: string | null
  /** They say that they come later, by about so many minutes. */
  readonly late?: Said | undefined
  /** They are still in another session when this one begins. */
  readonly heldUp?: boolean | undefined
  /** The page of it. */
  readonly path: string
}

/** One of the moments at which somebody is told. */
export interface Moment {
  readonly kind: 'soon' | 'now' | 'waiting'
  readonly beginning: Beginning
}

const minute = 60_000
const soonMs = 10 * minute
/** Whoever has not come by then is not helped by a mark. */
const lateMs = 5 * minute

/**
 * What is to be told at `now` to a page that has looked out since `from`, in epoch milliseconds: what has come meanwhile,
 * also while the device slept, and is still worth telling.
 */
export function momentsDue(beginnings: readonly Beginning[], from: number, now: number): Moment[] {
  return beginnings.flatMap((beginning): Moment[] => {
    const start = Date.parse(beginning.startsAt)
    if (now >= start + lateMs) return []
    if (now >= start) return start > from ? [{ kind: 'now', beginning }] : []
    const soon = start - soonMs
    return now >= soon && soon > from ? [{ kind: 'soon', beginning }] : []
  })
}

/** `● in 9 min`, `● now`: the one that comes first, before the title of the tab; nothing where none is near. */
export function titleMark(beginnings: readonly Beginning[], now: number): string | null {
  const near = beginnings
    .map(({ startsAt }) => Date.parse(startsAt))
    .filter((start) => start - soonMs <= now && now < start + lateMs)
  if (near.length === 0) return null
  const minutes = minutesUntil(Math.min(...near), now)
  return minutes === 0 ? '● now' : `● in ${minutes} min`
}

/** `● Ada is waiting`: whoever looks elsewhere is told in any case. */
export function waitingMark(beginnings: readonly Beginning[]): string | null {
  const first = waitingOnes(beginnings)[0]
  return first ? `● ${first.who} is waiting` : null
}

/** `● Ada is 10 min late`, or `● Ada is with you shortly` of whoever is still in another session. */
export function lateMarkOf(beginnings: readonly Beginning[]): string | null {
  const first = beginnings.find(({ late, heldUp }) => late !== undefined || heldUp)
  if (!first) return null
  return first.late ? lateMark(first.who, first.late) : heldUpMark(first.who)
}

/** Those in whose rooms somebody waits. */
export function waitingMoments(beginnings: readonly Beginning[]): Moment[] {
  return waitingOnes(beginnings).map((beginning) => ({ kind: 'waiting', beginning }))
}

function waitingOnes(beginnings: readonly Beginning[]): Beginning[] {
  return beginnings.filter(({ waitingSince }) => (waitingSince ?? null) !== null)
}

/** When something of this changes next, in epoch milliseconds. */
export function nextTurn(beginnings: readonly Beginning[], now: number): number {
  const turns = beginnings.flatMap(({ startsAt }) => {
    const start = Date.parse(startsAt)
    if (now < start - soonMs) return [start - soonMs]
    if (now < start) return [start - (minutesUntil(start, now) - 1) * minute]
    return now < start + lateMs ? [start + lateMs] : []
  })
  return Math.min(...turns, Infinity)
}

/** In whole minutes, rounded up; 0 once it has begun. */
export function minutesUntil(start: number, now: number): number {
  return Math.max(0, Math.ceil((start - now) / minute))
}
