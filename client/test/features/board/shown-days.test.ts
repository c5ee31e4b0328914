import { describe, expect, it } from 'vitest'
import { askedDates, fileByShownDay } from '../../../src/features/board/feed/shown-days.ts'
import { sampleBoard } from './sample.ts'

const slot = (startsAt: string) => ({ startsAt, endsAt: startsAt, state: 'free' as const })

describe('the days of a board', () => {
  // Whoever listed them took Casablanca to be at UTC, which its browser takes to be an hour ahead, or the other way round.
  const board = sampleBoard({
    timeZone: 'Etc/GMT-1',
    days: [
      { date: '2026-11-24', slots: [slot('2026-11-24T23:30:00Z')] },
      { date: '2026-11-25', slots: [slot('2026-11-25T23:15:00Z')] },
      { date: '2026-11-26', reason: 'time_off', slots: [] },
      { date: '2026-11-27', slots: [slot('2026-11-27T23:00:00Z')] },
      { date: '2026-11-28', reason: 'no_hours', slots: [] },
    ],
  })

  it('hold each slot under the date that is printed for it', () => {
    const shown = fileByShownDay(board, { from: '2026-11-25', to: '2026-11-27' })
    expect(shown.days).toEqual([
      { date: '2026-11-25', slots: [slot('2026-11-24T23:30:00Z')] },
      { date: '2026-11-26', slots: [slot('2026-11-25T23:15:00Z')] },
      { date: '2026-11-27', reason: 'no_hours', slots: [] },
    ])
  })

  it('are asked for with one more on both sides', () => {
    expect(askedDates({ from: '2026-11-25', to: '2026-11-30' })).toEqual({
      from: '2026-11-24',
      to: '2026-12-01',
    })
  })
})
