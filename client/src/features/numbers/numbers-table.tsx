import type { Period, PeriodKind } from '@expertconnect/contract/numbers/shapes'
import { formatMoney } from '../../lib/money.ts'
import { formatMonths, formatPlainDate, locale } from '../../lib/time/time.ts'
import { formatHours } from './measures.ts'
import styles from './numbers-table.module.css'

interface NumbersTableProps {
  periods: readonly Period[]
  by: PeriodKind
}

/** The latest first. What is wider than a phone is swept to the side. */
export function NumbersTable({ periods, by }: NumbersTableProps) {
  const number = (value: number) => value.toLocaleString(locale())
  return (
    // Whoever has no pointer sweeps it by arrows.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what can be swept must be reachable
    <div className={styles.area} role="region" aria-label="All numbers" tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{by === 'week' ? 'Week from' : 'Month'}</th>
            <th scope="col">Sessions</th>
            <th scope="col">Missed</th>
            <th scope="col">Cancelled</th>
            <th scope="col">Hours</th>
            <th scope="col">Earnings</th>
            <th scope="col">Rating</th>
          </tr>
        </thead>
        <tbody>
          {periods.toReversed().map((period) => (
            <tr key={period.from}>
              <th scope="row" translate="no">
                {by === 'week'
                  ? formatPlainDate(period.from)
                  : formatMonths(period.from, period.from)}
              </th>
              <td>{number(period.held)}</td>
              <td>{number(period.missed)}</td>
              <td>{number(period.cancelled)}</td>
              <td>{formatHours(period.minutes)}</td>
              <td>{formatMoney(period.earnings)}</td>
              <td>{ratingWords(period)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ratingWords({ rating: { average, count } }: Period): string {
  return count === 0 ? '–' : `${average.toLocaleString(locale())} (${count})`
}
