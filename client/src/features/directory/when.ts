import { addDays } from '../../lib/time/month.ts'
import { dateAt } from '../../lib/time/time.ts'

/** When somebody would like to meet, in the words of the address. */
export const whens = ['today', 'evening', 'tomorrow', 'weekend'] as const
export type When = (typeof whens)[number]

/** As it stands on a chip and in a sentence: `free this evening`. */
export const whenTexts: Readonly<Record<When, string>> = {
  today: 'Today',
  evening: 'This evening',
  tomorrow: 'Tomorrow',
  weekend: 'This weekend',
}

/** The hours of an evening, and until when it is worth offering one. */
const evening = { from: '17:00', before: '23:00', offeredBefore: '21:00' }

export interface Window {
  /** Instants; the second one is outside. */
  readonly from: string
  readonly before: string
}

/** What is meant by it on the visitor's clock. The same for a whole day, so that the answer is remembered. */
export function windowOf(when: When, zone: string, now: number): Window {
  const today = dateAt(now, zone)
  const tomorrow = addDays(today, 1)
  const at = (date: string, time = '00:00') =>
    Temporal.PlainDate.from(date)
      .toZonedDateTime({ timeZone: zone, plainTime: time })
      .toInstant()
      .toString()
  switch (when) {
    case 'today':
      return { from: at(today), before: at(tomorrow) }
    case 'evening':
      return { from: at(today, evening.from), before: at(today, evening.before) }
    case 'tomorrow':
      return { from: at(tomorrow), before: at(addDays(today, 2)) }
    case 'weekend': {
      const { dayOfWeek } = Temporal.PlainDate.from(today)
      return {
        from: at(addDays(today, Math.max(0, 6 - dayOfWeek))),
        before: at(addDays(today, 8 - dayOfWeek)),
      }
    }
  }
}

/** What is worth a chip now: late in the evening there is no evening left, and on a Sunday the weekend is today. */
export function offeredWhens(zone: string, now: number): When[] {
  const clock = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone)
  const isLate = clock.toPlainTime().toString() >= evening.offeredBefore
  return whens.filter((when) => {
    if (when === 'evening') return !isLate
    return when !== 'weekend' || clock.dayOfWeek < 7
  })
}
