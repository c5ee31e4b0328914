import { describe, expect, it } from 'vitest'
import { explainHours } from '../../src/domain/schedules/hours.ts'
import { day, minute, parseInstant, plus } from '../../src/domain/time/instant.ts'
import { cellsOf } from '../../src/domain/bookings/occupancy.ts'
import { bookableStarts, spanOf } from '../../src/domain/schedules/starts.ts'
import { addDays, dateAt, startOfDay } from '../../src/domain/time/wall-time.ts'
import { seedContent } from '../../src/seed/seed-content.ts'

/** A Monday morning and a Saturday evening, in UTC. */
const moments = ['2026-11-23T07:00:00Z', '2026-11-28T20:00:00Z'].map(parseInstant)

describe.each(moments)('the demo data as of %i', (now) => {
  const content = seedContent(now, 'USD')

  it('gives every desk something to show, later today where hours are left', () => {
    for (const { id, slug, schedule } of content.experts) {
      if (slug === 'demo-dana') continue
      const ahead = content.bookings
        .filter(({ expertId, startsAt }) => expertId === id && startsAt >= now)
        .map(({ startsAt }) => startsAt)
      const before = plus(now, 7 * day)
      const inWeek = ahead.filter((at) => at < before)
      expect(inWeek.length, `sessions of ${slug} this week`).toBeGreaterThanOrEqual(2)
      const today = {
        from: now,
        before: startOfDay(schedule.timeZone, addDays(dateAt(schedule.timeZone, now), 1)),
      }
      const open = { ...schedule, policy: { ...schedule.policy, noticeMinutes: 0 } }
      const [left] = bookableStarts(open, Math.max(...schedule.sessionLengths), today, now)
      const isToday = ahead.some((at) => at < today.before)
      expect(isToday || left === undefined, `a session of ${slug} today`).toBe(true)
    }
  })

  it('keeps one expert free from the next quarter of an hour on, whatever the time is', () => {
    const dana = content.experts.find(({ slug }) => slug === 'demo-dana')
    if (!dana) throw new Error('There is no Dana')
    expect(content.bookings.filter(({ expertId }) => expertId === dana.id)).toEqual([])
    for (const late of [0, 1, 7 * minute, 15 * minute - 1, 23 * 60 * minute, 6 * day]) {
      const at = plus(now, late)
      const range = { from: at, before: plus(at, day) }
      const [first, ...others] = bookableStarts(dana.schedule, 15, range, at)
      expect(first?.startsAt).toBe(Math.ceil(at / (15 * minute)) * 15 * minute)
      expect(others.length).toBeGreaterThanOrEqual(94)
    }
  })

  it('was booked in the past, and before it began', () => {
    for (const { createdAt, startsAt } of content.bookings) {
      expect(createdAt).toBeLessThan(now)
      expect(createdAt).toBeLessThan(startsAt)
    }
  })

  it('books nobody twice, and nobody outside their hours', () => {
    const owned = new Set<string>()
    for (const { expertId, startsAt, until, endsAt } of content.bookings) {
      const schedule = content.experts.find(({ id }) => id === expertId)?.schedule
      if (!schedule) throw new Error(`There is no expert ${expertId}`)
      const minutes = (endsAt - startsAt) / minute
      expect(explainHours(schedule, spanOf(schedule, startsAt, minutes))).toBeNull()
      for (const cell of cellsOf({ startsAt, until })) {
        expect(owned.has(`${expertId} ${cell}`)).toBe(false)
        owned.add(`${expertId} ${cell}`)
      }
    }
  })
})
