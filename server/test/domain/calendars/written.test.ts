import { expect, it } from 'vitest'
import { stepsOf, stillWritten, type WrittenEntry } from '../../../src/domain/calendars/written.ts'
import { hour, instantOf, plus } from '../../../src/domain/time/instant.ts'

const now = instantOf(Date.UTC(2027, 0, 11))
const entry = (bookingId: string, fields: Partial<WrittenEntry> = {}): WrittenEntry => ({
  bookingId,
  version: 1,
  etag: '"a"',
  endsAt: plus(now, hour),
  deleted: false,
  ...fields,
})

it('writes what is missing and what has changed, and takes out what is not to be there', () => {
  const moved = entry('moved')
  const cancelled = entry('cancelled')
  const wanted = [
    { id: 'new', version: 1 },
    { id: 'moved', version: 2 },
    { id: 'same', version: 1 },
  ]
  expect(stepsOf(wanted, [moved, cancelled, entry('same')], now)).toEqual([
    { kind: 'remove', entry: cancelled },
    { kind: 'put', bookingId: 'new', before: null },
    { kind: 'put', bookingId: 'moved', before: moved },
  ])
})

it('never writes again what was deleted there, whatever becomes of it here', () => {
  const deleted = entry('deleted', { deleted: true })
  expect(stepsOf([{ id: 'deleted', version: 5 }], [deleted], now)).toEqual([])
  expect(stepsOf([], [deleted], now)).toEqual([])
  expect(stillWritten([{ id: 'deleted', version: 5 }], [deleted], now)).toEqual([deleted])
  expect(stillWritten([], [deleted], now)).toEqual([])
})

it('leaves what is over where it is, and forgets it; a session that was moved later is not over', () => {
  const over = entry('over', { endsAt: now })
  expect(stepsOf([], [over], now)).toEqual([])
  expect(stillWritten([], [over], now)).toEqual([])
  const wanted = [{ id: 'over', version: 2 }]
  expect(stepsOf(wanted, [over], now)).toEqual([{ kind: 'put', bookingId: 'over', before: over }])
  expect(stillWritten(wanted, [over], now)).toEqual([over])
})
