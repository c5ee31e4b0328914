import { describe, expect, it } from 'vitest'
import {
  askedDates,
  fileByShownDay,
  fileFirst,
} from '../../../src/features/board/feed/shown-days.ts'
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

describe('the board that came with the page', () => {
  // Read in Kathmandu, a quarter to six ahead of UTC.
  const board = {
    ...sampleBoard({
      timeZone: 'Asia/Kathmandu',
      days: [
        { date: '2026-11-24', reason: 'past', slots: [] },
        { date: '2026-11-25', slots: [slot('2026-11-24T18:30:00Z'), slot('2026-11-25T09:00:00Z')] },
        { date: '2026-11-26', reason: 'time_off', slots: [] },
        { date: '2026-11-27', slots: [slot('2026-11-26T19:00:00Z')] },
        { date: '2026-11-28', reason: 'no_hours', slots: [] },
      ],
    }),
    expertId: 'expert-1',
  }
  const dates = { from: '2026-11-25', to: '2026-11-27' }

  it('is filed under the days of the visitor’s zone, as if it had been read in that', () => {
    const shown = fileFirst(board, dates, { zone: 'America/New_York', minutes: 30 })
    expect(shown?.timeZone).toBe('America/New_York')
    expect(shown?.days).toEqual([
      { date: '2026-11-25', slots: [slot('2026-11-25T09:00:00Z')] },
      { date: '2026-11-26', slots: [slot('2026-11-26T19:00:00Z')] },
      { date: '2026-11-27', reason: 'no_hours', slots: [] },
    ])
    // What the server compares its own with.
    const asked = { from: '2026-11-24', to: '2026-11-28', timeZone: 'Asia/Kathmandu' }
    expect(shown?.asked).toEqual(asked)
  })

  it('calls no day past that has begun here and is over there', () => {
    const today = { from: '2026-11-24', to: '2026-11-25' }
    const shown = fileFirst(board, today, { zone: 'Asia/Kathmandu', minutes: 30 })
    expect(shown?.days[0]).toEqual({ date: '2026-11-24', reason: 'inside_notice', slots: [] })
  })

  it.each([
    ['of another length', dates, { zone: 'Asia/Kathmandu', minutes: 60 }],
    ['of too few dates', { from: '2026-11-25', to: '2026-11-29' }, { zone: 'UTC', minutes: 30 }],
    [
      'that ends too early for this zone',
      { ...dates, to: '2026-11-28' },
      { zone: 'America/New_York', minutes: 30 },
    ],
  ])('is not taken for one %s', (_, asked, as) => {
    expect(fileFirst(board, asked, as)).toBeUndefined()
    expect(fileFirst(undefined, asked, as)).toBeUndefined()
  })
})
