import {
  type CalendarSource,
  type SourceState,
  unread,
} from '../../../src/domain/calendars/source.ts'
import { ada, fresh, later, now } from '../fixtures.ts'

export function aSource(fields: Partial<CalendarSource> = {}): CalendarSource {
  const id = fresh('source')
  return {
    id,
    expertId: ada,
    name: 'Work',
    kind: 'account',
    sealedAddress: `sealed ${id}`,
    addressMark: `mark ${id}`,
    shownAddress: 'calendar.example …1234',
    blocks: true,
    paused: false,
    receives: false,
    marginMinutes: 0,
    addedAt: now,
    state: unread,
    dueAt: now,
    ...fields,
  }
}

export function aState(fields: Partial<SourceState> = {}): SourceState {
  return {
    ...unread,
    checkedAt: now,
    freshAt: now,
    readAt: now,
    timeZone: 'Europe/Berlin',
    events: 3,
    skipped: [{ kind: 'free', count: 2, dates: ['2027-01-12'] }],
    busy: [{ from: later(now, 60), to: later(now, 120) }],
    etag: '"a"',
    written: [
      { bookingId: 'booking-1', version: 2, etag: null, endsAt: later(now, 60), deleted: false },
    ],
    writeFault: 'refused',
    ...fields,
  }
}
