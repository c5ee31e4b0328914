import type { Period } from '@expertconnect/contract/numbers/shapes'
import { majorText } from '../../lib/money.ts'

const heads = [
  'from',
  'held',
  'missed',
  'cancelled',
  'hours',
  'earnings',
  'currency',
  'average rating',
  'reviews',
]

/** For a program of tables: CSV (RFC 4180) with numbers as they are, whatever the language of the page. */
export function numbersFile(periods: readonly Period[]): string {
  const rows = periods.map((period) => [
    period.from,
    period.held,
    period.missed,
    period.cancelled,
    period.minutes / 60,
    majorText(period.earnings),
    period.earnings.currency,
    period.rating.count === 0 ? '' : period.rating.average,
    period.rating.count,
  ])
  return [heads, ...rows].map((row) => `${row.join(',')}\r\n`).join('')
}
