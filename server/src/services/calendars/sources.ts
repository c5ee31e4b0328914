import {
  type BusyTimes,
  type BusyTimesQuery,
  type CalendarSource as SourceView,
  type CalendarSources,
  type SourceChange,
  type SourceInput,
  sourcesAtMost,
} from '@expertconnect/contract/calendars/source-shapes'
import type { Actor } from '../../base/actor.ts'
import { demandExpert } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import { readRange } from '../../base/input.ts'
import { invalid, Refused } from '../../base/problem.ts'
import { isBooking } from '../../domain/bookings/booking.ts'
import {
  calendarAddress,
  shownAccount,
  shownAddress,
  usualName,
} from '../../domain/calendars/address.ts'
import { isBlocking } from '../../domain/calendars/busy.ts'
import { busyWithin } from '../../domain/schedules/busy-times.ts'
import { type CalendarSource, unread } from '../../domain/calendars/source.ts'
import { day, formatInstant } from '../../domain/time/instant.ts'
import type { SourceChoices } from '../../storage/port/calendars/sources.ts'
import { presentBooking } from '../bookings/present.ts'
import { expertOf } from '../experts/find.ts'
import { type Access, markOf, sealAccess } from './access.ts'
import type { BusySchedules } from './busy-schedules.ts'
import { presentSource } from './present.ts'
import { demandReadable } from './readable.ts'

const busyDaysAtMost = 62
const noAddress = 'An address begins with https:// or webcal://'

type SourceDeps = Pick<Deps, 'storage' | 'clock' | 'newId' | 'seal' | 'calendars'>

/** The calendars that an expert has elsewhere, for that expert. */
export function createCalendarSources(deps: SourceDeps, schedules: BusySchedules) {
  const { storage, clock, newId, seal, calendars } = deps

  /** With what was given now, a calendar that stands is read at once. Null if it has been removed meanwhile. */
  async function openAnew(
    { id, expertId }: CalendarSource,
    access: Access,
  ): Promise<CalendarSource | null> {
    if (!access.account) return null
    const sealedAddress = sealAccess(seal, access, id)
    await storage.calendars.changeSource(id, expertId, { sealedAddress })
    return call({ id, expertId })
  }

  const call = ({ id, expertId }: Pick<CalendarSource, 'id' | 'expertId'>) =>
    storage.calendars.callSource(id, expertId, clock())

  /** Bookings are written into one calendar: out of the others they are taken. */
  async function makeRoom(expertId: string, id: string): Promise<void> {
    const sources = await storage.calendars.sourcesOf(expertId)
    const chosen = sources.find((each) => each.id === id)
    if (!chosen) throw new Refused('not_found')
    if (chosen.kind !== 'account') {
      throw invalid('#/receives', 'Only a calendar of an account can be written into')
    }
    for (const other of sources.filter((each) => each.receives && each !== chosen)) {
      await storage.calendars.changeSource(other.id, expertId, { receives: false })
      await call(other)
    }
  }

  return {
    async list(actor: Actor): Promise<CalendarSources> {
      const { expertId } = demandExpert(actor)
      const sources = await storage.calendars.sourcesOf(expertId)
      const [expert, found] = await Promise.all([
        expertOf(storage, expertId),
        schedules.clashes(expertId, sources),
      ])
      const now = clock()
      const clashes = found.flatMap(({ record, clash }) =>
        isBooking(record)
          ? [{ booking: presentBooking(record, expert, now, ['expert']), calendar: clash.calendar }]
          : [],
      )
      return { items: sources.map((source) => presentSource(source, now)), clashes }
    },

    /**
     * Safe to repeat: of one address an expert has one, whatever it was named the second time. Of an account, the password
     * that was given last is the one that counts.
     */
    async add(actor: Actor, { address, name, account }: SourceInput): Promise<SourceView> {
      const { expertId } = demandExpert(actor)
      const url = demandReadable(calendarAddress(address), calendars, noAddress)
      const access: Access = { address: url.href, account: account ?? null }
      const id = newId()
      const now = clock()
      const addressMark = markOf(seal, access, expertId)
      const there = await storage.calendars.sourcesOf(expertId)
      const isNew = there.every((each) => each.addressMark !== addressMark)
      if (isNew && there.length >= sourcesAtMost) {
        throw invalid('#/address', `At most ${sourcesAtMost} calendars. Remove one first.`)
      }
      const source = await storage.calendars.addSource({
        id,
        expertId,
        name: name ?? usualName(url),
        kind: access.account ? 'account' : 'file',
        sealedAddress: sealAccess(seal, access, id),
        addressMark,
        shownAddress: account ? shownAccount(url, account.userName) : shownAddress(url),
        blocks: true,
        paused: false,
        receives: false,
        marginMinutes: 0,
        addedAt: now,
        state: unread,
        dueAt: now,
      })
      const opened = source.id === id ? source : await openAnew(source, access)
      return presentSource(opened ?? source, now)
    },

    async change(actor: Actor, id: string, change: SourceChange): Promise<SourceView> {
      const { expertId } = demandExpert(actor)
      const { name, blocks, paused, receives, marginMinutes } = change
      if (receives === true) await makeRoom(expertId, id)
      const choices: SourceChoices = {
        ...(name === undefined ? {} : { name }),
        ...(blocks === undefined ? {} : { blocks }),
        ...(paused === undefined ? {} : { paused }),
        ...(receives === undefined ? {} : { receives }),
        ...(marginMinutes === undefined ? {} : { marginMinutes }),
      }
      // First in the schedule: if this server dies in between, nobody was told, and the next fetch puts it back.
      await schedules.settle(expertId, (each) => (each.id === id ? { ...each, ...choices } : each))
      const source = await storage.calendars.changeSource(id, expertId, choices)
      if (!source) throw new Refused('not_found')
      await schedules.settle(expertId)
      const called = receives === undefined ? source : await call(source)
      return presentSource(called ?? source, clock())
    },

    async remove(actor: Actor, id: string): Promise<void> {
      const { expertId } = demandExpert(actor)
      await schedules.settle(expertId, (each) => (each.id === id ? null : each))
      if (!(await storage.calendars.removeSource(id, expertId))) throw new Refused('not_found')
      await schedules.settle(expertId)
    },

    async check(actor: Actor, id: string): Promise<SourceView> {
      const { expertId } = demandExpert(actor)
      const source = await call({ id, expertId })
      if (!source) throw new Refused('not_found')
      return presentSource(source, clock())
    },

    /** Has the calendar that bookings are written into looked at next: one of them has changed. */
    async callReceiving(expertId: string): Promise<void> {
      const sources = await storage.calendars.sourcesOf(expertId)
      for (const source of sources.filter(({ receives }) => receives)) await call(source)
    },

    async busyTimes(actor: Actor, query: BusyTimesQuery): Promise<BusyTimes> {
      const { expertId } = demandExpert(actor)
      const { from, to } = readRange(query)
      if (to - from > busyDaysAtMost * day) {
        throw invalid('#/to', `At most ${busyDaysAtMost} days at once`)
      }
      const sources = await storage.calendars.sourcesOf(expertId)
      const items = sources
        .filter(({ paused }) => !paused)
        .flatMap((source) =>
          busyWithin(source.state.busy, { from, to }).map((time) => ({
            from: formatInstant(time.from),
            to: formatInstant(time.to),
            sourceId: source.id,
            calendar: source.name,
            blocks: isBlocking(source),
          })),
        )
      return { items: items.toSorted((a, b) => (a.from < b.from ? -1 : 1)) }
    },
  }
}
