import type { Deps } from '../../base/deps.ts'
import {
  afterFetch,
  type CalendarSource,
  mayBeUnchanged,
  nextFetch,
  reachOf,
  type SourceFetched,
} from '../../domain/calendars/source.ts'
import { day, minute, plus } from '../../domain/time/instant.ts'
import type { SourceLease } from '../../storage/port/calendars/sources.ts'
import { expertOf } from '../experts/find.ts'
import type { BusySchedules } from './busy-schedules.ts'
import { type Access, openAccess } from './access.ts'
import { createHostGate } from './host-gate.ts'
import type { Writing } from './writing.ts'

/** Longer than a fetch may take, with those of others that are read before it. */
const leaseMs = 4 * minute

type RefreshDeps = Pick<
  Deps,
  'storage' | 'clock' | 'newId' | 'seal' | 'calendars' | 'calendarDomain'
>

/**
 * Fetches calendars whose time has come, one by one, and writes into those that bookings are to stand in. Any number of
 * them may run, on any number of servers: each has a calendar to itself. If one dies in between, the calendar is fetched
 * again when its lease has run out.
 */
export function createRefreshing(deps: RefreshDeps, schedules: BusySchedules, writing: Writing) {
  const { storage, clock, newId, seal, calendars, calendarDomain } = deps
  const gate = createHostGate(clock)

  async function fetchOne(
    { expertId, state }: CalendarSource,
    access: Access,
  ): Promise<SourceFetched> {
    const { timeZone } = (await expertOf(storage, expertId)).schedule
    const now = clock()
    return calendars.fetch({
      ...access,
      known: mayBeUnchanged(state, timeZone, now) ? state : null,
      ...reachOf(now),
      timeZone,
      ownDomain: calendarDomain,
    })
  }

  async function refresh(leased: SourceLease): Promise<void> {
    const { source } = leased
    const access = openAccess(seal, source)
    // Under another SECRET nobody can read it any more: it has to be added again.
    if (access === null) return keep(leased, null, { kind: 'failed', fault: 'unreadable_address' })
    const { host } = new URL(access.address)
    const waitMs = gate.enter(host)
    if (waitMs > 0) {
      await storage.calendars.endLease(leased, plus(clock(), waitMs))
      return
    }
    let retryAfterMs = 0
    try {
      const fetched = await fetchOne(source, access)
      if (fetched.kind === 'failed') retryAfterMs = Math.min(fetched.retryAfterMs ?? 0, day)
      await keep(leased, access, fetched, retryAfterMs)
    } finally {
      gate.leave(host, retryAfterMs)
    }
  }

  async function keep(
    leased: SourceLease,
    access: Access | null,
    fetched: SourceFetched,
    retryAfterMs = 0,
  ): Promise<void> {
    const { source } = leased
    const { expertId, state } = source
    const next = afterFetch(state, fetched, clock())
    if (!(await storage.calendars.keepState(leased, next))) return
    await schedules.settle(expertId)
    if (fetched.kind === 'read') await schedules.tellOfClashes(expertId)
    const isOpen = access !== null && fetched.kind !== 'failed'
    const wrote = isOpen
      ? await writing.settle(source, access, next, fetched.kind === 'read')
      : { state: next, more: false }
    if (wrote.state !== next && !(await storage.calendars.keepState(leased, wrote.state))) return
    const later = nextFetch(next, retryAfterMs, clock(), Math.random())
    await storage.calendars.endLease(leased, wrote.more ? clock() : later)
  }

  return {
    /** `idle`: no calendar was due. `onTaken` is called as soon as one was taken. */
    async refreshNext(onTaken: () => void = () => undefined): Promise<'idle' | 'went on'> {
      const leased = await storage.calendars.leaseSource(clock(), leaseMs, newId())
      if (!leased) return 'idle'
      onTaken()
      await refresh(leased)
      return 'went on'
    },
  }
}
