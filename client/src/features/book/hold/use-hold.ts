import type { Hold } from '@expertconnect/contract/bookings/shapes'
import type { KnownRecords } from '@expertconnect/contract/boards/board-state'
import type { Expert } from '@expertconnect/contract/experts/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useQuery } from '@tanstack/react-query'
import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import { call, releaseWhileLeaving } from '../../../server/api/client.ts'
import { createIntention } from '../../../server/api/intention.ts'
import { problemOf } from '../../../server/api/problem.ts'
import { withWork } from '../../../server/api/work.ts'
import { noteServerClock, serverNow, useWake } from '../../../lib/time/server-clock.ts'
import { recordsQuery } from '../../board/feed/board-records.ts'
import type { ViewContext } from '../../board/feed/board-view.ts'
import { useRemembered } from '../../../lib/browser/remembered.ts'
import { holderId } from './holder.ts'
import {
  forgetHold,
  holdsElsewhere,
  isKeptHere,
  ownHolds,
  type OwnHold,
  rememberHold,
} from './own-holds.ts'

export interface Wanted {
  readonly startsAt: string
  readonly minutes: number
}

export interface Held extends Wanted {
  readonly hold: Hold
}

/** Why a hold that was there no longer is; `moved`: another tab of this browser goes on with it. */
export type HoldEnd = 'expired' | 'gone' | 'left' | 'moved'

export interface HoldControl {
  readonly held: Held | null
  /** The hold that is or was there last, for retries that must be word for word the same. */
  readonly last: Held | null
  /** The record on the board that is this visitor's, also in the moment between giving it back and hearing so. */
  readonly own: ViewContext['own']
  /** Until when, on the server's clock. */
  readonly expiresAt: string | null
  readonly ended: HoldEnd | null
  readonly asking: boolean
  readonly renewing: boolean
  readonly renewable: boolean
  /** Why the last attempt to hold or to renew was refused, and what it was for. */
  readonly refusal: { readonly problem: Problem; readonly wanted: Wanted } | null
  /**
   * Holds a slot. `show` puts in place what follows from that, in one step with the hold. Answers why it was refused;
   * nothing if it is held now or was given up while it was under way.
   */
  readonly take: (wanted: Wanted, show: () => void) => Promise<Problem | null>
  /** Those that other tabs of this browser keep. */
  readonly elsewhere: readonly OwnHold[]
  /** Goes on here with one of them; `show` as for `take`. */
  readonly takeOver: (own: OwnHold, show: () => void) => void
  readonly releaseElsewhere: (own: OwnHold) => void
  readonly renew: () => Promise<void>
  readonly release: () => void
  /** It has become a booking: there is nothing to give back. */
  readonly keep: () => void
  readonly clearRefusal: () => void
}

interface Asked extends Wanted {
  /** The records that were there before. */
  readonly known: ReadonlySet<string>
}

/** The event of a hold comes before its answer on a slow line: until that says otherwise, it is what was asked for. */
function recordAsked({ startsAt, minutes, known }: Asked, records: KnownRecords): string | null {
  for (const [id, { occupied }] of records) {
    if (known.has(id) || occupied?.state !== 'held' || occupied.startsAt !== startsAt) continue
    if (Date.parse(occupied.endsAt) === Date.parse(startsAt) + minutes * 60_000) return id
  }
  return null
}

/** One slot that is kept for this visitor: taken, renewed, given back, and lost. */
export function useHold(expert: Pick<Expert, 'id'>): HoldControl {
  const { data: records } = useQuery(recordsQuery(expert.id))
  const [held, setHeld] = useState<Held | null>(null)
  const [ownId, setOwnId] = useState<string | null>(null)
  const [ended, setEnded] = useState<HoldEnd | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const asking = asked !== null
  const [renewing, setRenewing] = useState(false)
  const [refusal, setRefusal] = useState<HoldControl['refusal']>(null)
  const [sendOnce] = useState(createIntention)
  // What the page gives back when it goes away, readable outside of a render.
  const live = useRef<Hold | null>(null)
  const attempt = useRef(0)

  function become(next: Held | null, end: HoldEnd | null) {
    live.current = end === null && next ? next.hold : null
    if (live.current && next) rememberHold({ expertId: expert.id, ...next })
    if (next) setOwnId(next.hold.id)
    setHeld(next)
    setEnded(end)
  }

  function giveBack() {
    attempt.current += 1
    const hold = live.current
    live.current = null
    if (hold && isKeptHere(hold.id)) void releaseQuietly(hold)
  }

  useEffect(() => {
    const leave = () => {
      const hold = live.current
      if (!hold || !isKeptHere(hold.id)) return
      releaseWhileLeaving(hold)
      forgetHold(hold.id)
      live.current = null
      // For a page that the browser keeps and shows again.
      setEnded('left')
    }
    addEventListener('pagehide', leave)
    return () => {
      removeEventListener('pagehide', leave)
      giveBack()
    }
  }, [])

  async function ask(wanted: Wanted): Promise<Hold> {
    const body = { expertId: expert.id, ...wanted, holder: holderId() }
    return sendOnce(body, async (key, retried) => {
      const sentAt = Date.now()
      const hold = await withWork(body, (sent) => call('createHold', { body: sent }, { key }))
      // The answer to a retry tells the clock of the first attempt.
      if (!retried) noteServerClock(hold.now, sentAt)
      return hold
    })
  }

  async function take(wanted: Wanted, show: () => void): Promise<Problem | null> {
    giveBack()
    const mine = attempt.current
    setAsked({ ...wanted, known: new Set(records?.known.keys()) })
    if (held) setEnded((before) => before ?? 'left')
    try {
      const hold = await ask(wanted)
      if (mine !== attempt.current) {
        // Given up while it was under way.
        void releaseQuietly(hold)
        return null
      }
      // The router moves in a transition. What allows the next press must not come before that: in between, the press
      // would send what was shown before.
      startTransition(() => {
        become({ ...wanted, hold }, null)
        setRefusal(null)
        setAsked(null)
        show()
      })
      return null
    } catch (error) {
      if (mine !== attempt.current) return null
      const problem = problemOf(error)
      setRefusal({ problem, wanted })
      setAsked(null)
      return problem
    }
  }

  function takeOver({ minutes, hold }: OwnHold, show: () => void): void {
    giveBack()
    startTransition(() => {
      become({ startsAt: hold.startsAt, minutes, hold }, null)
      setRefusal(null)
      show()
    })
  }

  async function renew(): Promise<void> {
    if (!held) return
    setRenewing(true)
    const mine = attempt.current
    const { id, token } = held.hold
    try {
      const hold = await call(
        'changeHold',
        { params: { id }, body: { renew: true } },
        { bearer: token },
      )
      if (live.current?.id === id) become({ ...held, hold }, null)
    } catch (error) {
      // Another slot may have been taken in the meantime.
      if (mine === attempt.current) setRefusal({ problem: problemOf(error), wanted: held })
    } finally {
      setRenewing(false)
    }
  }

  const record = held && records?.known.get(held.hold.id)
  // If the answer to a renewal was lost, the event still told the new end.
  const told = record?.occupied?.expiresAt ?? ''
  const expiresAt = held && (told > held.hold.expiresAt ? told : held.hold.expiresAt)
  const vanished =
    held !== null &&
    ended === null &&
    record?.occupied === null &&
    record.version > held.hold.version

  function end(why: HoldEnd) {
    // What has moved is no longer this tab's own, and looks like any other one of that tab.
    if (why === 'moved') setOwnId(null)
    else if (live.current) forgetHold(live.current.id)
    live.current = null
    setEnded(why)
  }
  const kept = useRemembered(ownHolds)
  const elsewhere = useMemo(() => holdsElsewhere(kept, expert.id), [kept, expert.id])
  const moved = ended === null && elsewhere.some(({ hold }) => hold.id === held?.hold.id)
  useEffect(() => {
    if (moved) end('moved')
  }, [moved])
  useEffect(() => {
    if (vanished) end(expiresAt && Date.parse(expiresAt) <= serverNow() ? 'expired' : 'gone')
  }, [vanished, expiresAt])
  useWake(expiresAt && ended === null ? Date.parse(expiresAt) : Infinity, () => end('expired'))

  const { startsAt = '', minutes = 0 } = (ended === null && held) || {}
  const askedId = asked && records && recordAsked(asked, records.known)
  const own = useMemo(() => {
    if (ownId === null && askedId === null) return undefined
    return { id: ownId ?? '', startsAt, minutes, ...(askedId !== null && { asked: askedId }) }
  }, [ownId, askedId, startsAt, minutes])

  return {
    held: ended === null ? held : null,
    last: held,
    own,
    expiresAt: ended === null ? expiresAt : null,
    ended,
    asking,
    renewing,
    renewable: held?.hold.renewable === true,
    refusal,
    take,
    elsewhere,
    takeOver,
    releaseElsewhere: ({ hold }) => {
      // Until it is heard that it is free, it is not a stranger's either.
      setOwnId(hold.id)
      void releaseQuietly(hold)
    },
    renew,
    release: () => {
      giveBack()
      setAsked(null)
      become(null, null)
    },
    keep: () => {
      if (live.current) forgetHold(live.current.id)
      live.current = null
    },
    clearRefusal: () => setRefusal(null),
  }
}

/** If it fails, the hold runs out by itself. */
async function releaseQuietly({ id, token }: Hold): Promise<void> {
  forgetHold(id)
  await call('releaseHold', { params: { id } }, { bearer: token }).catch(() => undefined)
}
