import {
  applyEvent,
  type KnownRecords,
  nothingKnown,
} from '@expertconnect/contract/boards/board-state'
import { describe, expect, it } from 'vitest'
import { nextTurn, slotNow, viewDays } from '../../../src/features/board/feed/board-view.ts'
import { instant, now, sampleBoard, sampleDay, sampleEvent } from './sample.ts'

const context = { gapMinutes: 0, noticeMinutes: 60, now }
const states = (known: KnownRecords, board = sampleBoard(), at: Partial<typeof context> = {}) =>
  viewDays(board, known, { ...context, ...at }).flatMap(({ slots }) =>
    slots.map(({ startsAt, state }) => `${startsAt.slice(11, 16)} ${state}`),
  )
const heard = (...events: Parameters<typeof sampleEvent>[0][]) =>
  events.reduce<KnownRecords>(
    (known, event) => applyEvent(known, sampleEvent(event), 1),
    nothingKnown,
  )

describe('the view of a board', () => {
  it('shows what an event says, for every session length', () => {
    const known = heard({ endsAt: '2026-11-25T10:00:00Z', until: '2026-11-25T10:00:00Z' })
    expect(states(known)).toEqual(['09:00 held', '09:30 held', '10:00 free'])
    const hours = sampleBoard({
      minutes: 60,
      days: [sampleDay('2026-11-25', ['08:30', '09:30', '10:00'], 60)],
    })
    expect(states(known, hours)).toEqual(['08:30 held', '09:30 held', '10:00 free'])
  })

  it('keeps the gap after a session free on both sides', () => {
    const known = heard({ status: 'booked', until: '2026-11-25T09:45:00Z' })
    expect(states(known)).toEqual(['09:00 taken', '09:30 taken', '10:00 free'])
    const early = heard({
      status: 'booked',
      startsAt: '2026-11-25T09:30:00Z',
      endsAt: '2026-11-25T10:00:00Z',
      until: '2026-11-25T10:00:00Z',
    })
    expect(states(early, sampleBoard(), { gapMinutes: 15 })).toEqual([
      '09:00 taken',
      '09:30 taken',
      '10:00 free',
    ])
  })

  it('counts a hold that has run out as gone, though nobody said so', () => {
    const known = heard({})
    expect(states(known, sampleBoard(), { now: now + 5 * 60_000 })[0]).toBe('09:00 free')
  })

  it('shows one’s own hold as one’s own, and what it overlaps as free', () => {
    const own = { id: 'record-1', startsAt: '2026-11-25T09:00:00Z', minutes: 30 }
    expect(
      viewDays(sampleBoard(), heard({ until: '2026-11-25T10:00:00Z' }), {
        ...context,
        own,
      }).flatMap(({ slots }) => slots.map(({ state }) => state)),
    ).toEqual(['yours', 'free', 'free'])
  })

  it('says that a day is full when all of its times are gone', () => {
    const [day] = viewDays(
      sampleBoard(),
      heard({ status: 'booked', until: '2026-11-25T11:00:00Z' }),
      context,
    )
    expect(day).toMatchObject({ reason: 'full', free: 0 })
  })

  it('closes a slot that comes too near, fades it, and then drops it', () => {
    const board = sampleBoard({ days: [sampleDay('2026-11-23', ['07:00', '07:30'])] })
    expect(states(nothingKnown, board)).toEqual(['07:00 free', '07:30 free'])
    expect(states(nothingKnown, board, { now: now + 1 })).toEqual(['07:00 closed', '07:30 free'])
    expect(states(nothingKnown, board, { now: now + 30_000 })).toEqual(['07:30 free'])
  })

  it('knows when time alone will change it', () => {
    const board = sampleBoard({ days: [sampleDay('2026-11-23', ['07:00', '07:30'])] })
    expect(nextTurn(board, nothingKnown, context)).toBe(now + 1)
    const soon = heard({ expiresAt: instant(now + 12_000) })
    expect(nextTurn(sampleBoard(), soon, context)).toBe(now + 12_000)
    expect(nextTurn(sampleBoard(), nothingKnown, context)).toBe(now + 60_000)
  })

  it('tells how one slot stands, wherever the calendar is', () => {
    const slot = { startsAt: '2026-11-25T09:00:00Z', endsAt: '2026-11-25T09:30:00Z' }
    expect(slotNow(slot, 30, heard({ status: 'booked' }), context)?.state).toBe('taken')
    expect(slotNow(slot, 30, nothingKnown, { ...context, now: now + 7 * 86_400_000 })).toBeNull()
  })
})
