import { describe, expect, it } from 'vitest'
import { checkEffects } from '../checks/effects.ts'
import { checkDelivered, checkEntries, checkSilence } from '../checks/messages.ts'
import { checkKept, checkTimes, checkTold } from '../checks/stored.ts'
import type { Own } from '../clients/own.ts'
import type { Stored, StoredMessage, StoredRecord } from '../engines/engine.ts'
import { type ArrivedMail, History, type Operation, type Told, type Violation } from '../history.ts'

// What each check is there for, planted by hand: none of them may let it pass, nor find anything where nothing is.

const quarter = 900_000
const startsAt = 2_000_000 * quarter
const start = new Date(startsAt).toISOString()

const booked: StoredRecord = {
  id: 'booking-1',
  expertId: 'ada',
  state: 'booked',
  version: 2,
  startsAt,
  until: startsAt + 2 * quarter,
  expiresAt: null,
  isOwing: false,
}
const cellsOfBooked = [0, 1].map((index) => ({
  expertId: 'ada',
  cell: startsAt / quarter + index,
  recordId: 'booking-1',
}))
const own: Own = {
  id: 'booking-1',
  expertId: 'ada',
  token: 'token',
  state: 'booked',
  version: 2,
  startsAt: start,
  minutes: 30,
}
const message: StoredMessage = {
  id: 'message-1',
  kind: 'booked',
  bookingId: 'booking-1',
  recipient: 'customer',
  version: 1,
  state: 'handed_over',
  dueAt: 0,
  messageId: '<1@example.org>',
}
const mail: ArrivedMail = { life: 1, messageId: '<1@example.org>', to: 'customer' }
const made: Operation = {
  who: 'customer-1',
  life: 1,
  invokedAt: 0,
  method: 'POST',
  path: '/bookings',
  key: 'key-1',
  outcome: 'ok',
  status: 201,
  answer: JSON.stringify({ booking: { id: 'booking-1', version: 1, startsAt: start } }),
}
const told: Told = {
  who: 'watcher',
  life: 1,
  expertId: 'ada',
  id: 'booking-1',
  version: 2,
  status: 'moved',
  startsAt: start,
}

function stored(fields: Partial<Stored> = {}): Stored {
  const answers = [{ key: 'key-1', recordId: 'booking-1' }]
  return { records: [booked], cells: cellsOfBooked, answers, messages: [message], ...fields }
}

function names(violations: readonly Violation[]): string[] {
  return violations.map(({ invariant, says }) => `${invariant}: ${says}`)
}

describe('times', () => {
  it('may touch, and are those of the cells', () => {
    expect(checkTimes(stored())).toEqual([])
  })

  it('that overlap are found, whatever the cells say', () => {
    const other = { ...booked, id: 'booking-2', startsAt: startsAt + quarter }
    const found = names(checkTimes(stored({ records: [booked, other] })))
    expect(found).toContain('I1: two records overlap')
  })

  it.each([
    ['lost', cellsOfBooked.slice(1)],
    ['left behind', [...cellsOfBooked, { expertId: 'ada', cell: 1, recordId: 'booking-0' }]],
    ['of another', cellsOfBooked.map((cell) => ({ ...cell, recordId: 'booking-0' }))],
  ])('whose cells are %s are found', (_how, cells) => {
    expect(names(checkTimes(stored({ cells })))).toEqual([
      'I1: cells are not those of live records',
    ])
  })
})

describe('what was acknowledged', () => {
  const held: Own = { ...own, state: 'held', expiresAt: new Date(10_000).toISOString() }
  const released: StoredRecord = { ...booked, state: 'released', version: 3 }
  const of = (record: StoredRecord) => stored({ records: [record] })

  it('is what stands', () => {
    expect(checkKept([own], stored(), 0)).toEqual([])
  })

  it('may be one version more where an answer stayed away', () => {
    const doubtful = { ...own, version: 1, isDoubtful: true }
    expect(checkKept([doubtful], stored(), 0)).toEqual([])
  })

  it('may be a hold that ran out', () => {
    expect(checkKept([held], of(released), 10_000)).toEqual([])
  })

  it.each<[string, Own, Stored, string]>([
    ['lost', own, stored({ records: [] }), 'I2: an acknowledged record is lost'],
    ['undone', { ...own, version: 3 }, stored(), 'I2: an acknowledged change is lost'],
    ['changed', { ...own, version: 1 }, stored(), 'I2: a record was changed by nobody'],
    ['cancelled', own, of({ ...booked, state: 'cancelled' }), 'I2: a record is in another state'],
    ['moved', own, of({ ...booked, startsAt: 0 }), 'I6: a record stands elsewhere'],
    ['released too early', held, of(released), 'I2: a hold was released before its time'],
  ])('and is %s is found', (_how, mine, store, says) => {
    expect(names(checkKept([mine], store, 9_999))).toEqual([says])
  })
})

describe('what was told', () => {
  it('is a version that was committed, each once and in order', () => {
    const before = { ...told, version: 1, status: 'booked', startsAt: new Date(0).toISOString() }
    expect(checkTold([before, told], stored())).toEqual([])
  })

  it.each<[string, Told[], string]>([
    ['of nothing', [{ ...told, id: 'none' }], 'I5: something was told that was not committed'],
    ['too early', [{ ...told, version: 3 }], 'I5: something was told that was not committed'],
    ['twice', [told, told], 'I5: versions were told out of order'],
    ['otherwise', [{ ...told, status: 'cancelled' }], 'I5: something else was committed'],
    ['of another time', [{ ...told, startsAt: 'never' }], 'I5: something else was committed'],
  ])('and is %s is found', (_how, events, says) => {
    expect(names(checkTold(events, stored()))).toEqual([says])
  })
})

describe('keys', () => {
  const known = new Set<string>()
  const refused: Operation = { ...made, outcome: 'fail', status: 409, answer: '{"code":"x"}' }

  it('have the one effect that was told, however often they are sent', () => {
    expect(checkEffects([made, made], stored(), known)).toEqual([])
  })

  it.each<[string, Operation[], Partial<Stored>, string]>([
    ['none', [made], { answers: [] }, 'I3: a key had 0 effects'],
    [
      'two',
      [made],
      { answers: [...stored().answers, ...stored().answers] },
      'I3: a key had 2 effects',
    ],
    [
      'another',
      [made],
      { answers: [{ key: 'key-1', recordId: 'booking-9' }] },
      'I3: a key had another effect than was told',
    ],
    [
      'one although it was refused',
      [{ ...made, key: 'key-2' }, refused],
      { answers: [...stored().answers, { key: 'key-2', recordId: 'booking-1' }] },
      'I3: a key that was refused had an effect',
    ],
  ])('that had %s are found', (_how, operations, fields, says) => {
    expect(names(checkEffects(operations, stored(fields), known))).toEqual([says])
  })

  it('do not explain a record that nobody was told of', () => {
    const records = [booked, { ...booked, id: 'booking-2' }]
    const found = names(checkEffects([made], stored({ records }), known))
    expect(found).toEqual(['I3: a record was made that nobody was told of'])
  })
})

describe('messages', () => {
  const toExpert = {
    ...message,
    id: 'message-2',
    recipient: 'expert',
    messageId: '<2@example.org>',
  }
  const mailToExpert = { ...mail, messageId: '<2@example.org>' }
  const both = stored({ messages: [message, toExpert] })
  const entry = {
    uid: 'a',
    sequence: 1,
    startsAt: start.replaceAll(/[-:]|\.\d+/g, ''),
  }

  it('of all changes arrive, to both sides', () => {
    expect(checkDelivered([made], [mail, mailToExpert], both)).toEqual([])
  })

  it('that were never made are found', () => {
    expect(names(checkDelivered([made], [mail], stored()))).toEqual(['I8: a change was never told'])
  })

  it('that are said to be handed over and never came are found', () => {
    expect(names(checkDelivered([made], [mail], both))).toEqual([
      'I8: a message is handed_over and has not arrived',
    ])
  })

  it.each(['waiting', 'parked', 'refused'])('that are %s at the end are found', (state) => {
    const messages = [message, { ...toExpert, state }]
    expect(names(checkDelivered([made], [mail], stored({ messages })))).toEqual([
      `I8: a message is ${state} and has not arrived`,
    ])
  })

  it('go out in the life in which their booking was cancelled at the latest', () => {
    const cancelled: Own = { ...own, state: 'cancelled', cancelledIn: 1 }
    expect(checkSilence([cancelled], [mail], stored())).toEqual([])
    expect(names(checkSilence([cancelled], [{ ...mail, life: 2 }], stored()))).toEqual([
      'I8: a mail (booked) went out after its booking was cancelled',
    ])
  })

  it('that nobody owed are found', () => {
    const strange = { ...mail, messageId: '<9@example.org>' }
    expect(names(checkSilence([], [strange], stored()))).toEqual([
      'I8: a mail came that was not owed',
    ])
  })

  it('keep the UID of their entry, raise its SEQUENCE and say the start of their version', () => {
    const right = [
      { ...mail, entry },
      { ...mailToExpert, entry },
    ]
    expect(checkEntries([made], right, both)).toEqual([])
    const wrong = [
      { ...mail, entry },
      { ...mailToExpert, entry: { ...entry, uid: 'b', startsAt: '20260101T000000Z' } },
    ]
    expect(names(checkEntries([made], wrong, both))).toEqual([
      'I8: the UID of an entry changed',
      'I6: an entry says another start',
    ])
    const later = { ...message, id: 'message-3', messageId: '<3@example.org>' }
    const falling = [
      { ...mail, entry: { ...entry, sequence: 3 } },
      { ...mail, messageId: '<3@example.org>', entry: { ...entry, sequence: 2 } },
    ]
    const of = stored({ messages: [message, later] })
    expect(names(checkEntries([made], falling, of))).toEqual(['I8: the SEQUENCE of an entry fell'])
  })
})

describe('what reaches strangers', () => {
  it('has nobody in it', () => {
    const history = new History()
    history.overheard('{"status":"booked"}', 'a board')
    expect(history.violations).toEqual([])
    history.overheard('{"name":"Canary of customer-3"}', 'a board')
    expect(names(history.violations)).toEqual(['I7: a board: customer-3'])
    expect(history.violated.signal.aborted).toBe(true)
  })
})
