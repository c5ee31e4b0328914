import type { CalendarSource as SourceView } from '@expertconnect/contract/calendars/source-shapes'
import type { CalendarSource } from '../../domain/calendars/source.ts'
import { formatInstant, type Instant } from '../../domain/time/instant.ts'

/** As its expert sees it: the address is not told again. */
export function presentSource(source: CalendarSource, now: Instant): SourceView {
  const {
    id,
    name,
    kind,
    shownAddress,
    blocks,
    paused,
    receives,
    marginMinutes,
    addedAt,
    state,
    dueAt,
  } = source
  const { checkedAt, freshAt, fault, written, writeFault } = state
  const upcoming = written.filter(({ endsAt }) => endsAt > now)
  const deletedThere = upcoming.filter(({ deleted }) => deleted).length
  return {
    id,
    name,
    kind,
    address: shownAddress,
    blocks,
    paused,
    receives,
    written: upcoming.length - deletedThere,
    deletedThere,
    ...(writeFault === null ? {} : { writeFault }),
    marginMinutes,
    addedAt: formatInstant(addedAt),
    checking: !paused && dueAt <= now,
    ...(checkedAt === null ? {} : { checkedAt: formatInstant(checkedAt) }),
    ...(freshAt === null ? {} : { freshAt: formatInstant(freshAt) }),
    ...(paused ? {} : { nextCheckAt: formatInstant(dueAt) }),
    ...(fault === null ? {} : { fault }),
    events: state.events,
    busyTimes: state.busy.length,
    skipped: state.skipped.map(({ kind, count, dates }) => ({ kind, count, dates: [...dates] })),
  }
}
