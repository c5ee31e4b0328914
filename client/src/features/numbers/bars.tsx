import type { Period } from '@expertconnect/contract/numbers/shapes'
import { formatPlainDay } from '../../lib/time/time.ts'
import styles from './bars.module.css'
import { type Measure, measured, measureNames, measuredWords } from './measures.ts'

const height = 100
/** Of the width that a period has. */
const share = 0.64

/** One bar for each period. The table below says the same, so that it is hidden from screen readers. */
export function Bars({ periods, measure }: { periods: readonly Period[]; measure: Measure }) {
  const most = Math.max(...periods.map((period) => measured(period, measure)), 0)
  const best = periods.find((period) => measured(period, measure) === most)
  return (
    <figure className={styles.figure} aria-hidden>
      <figcaption className={styles.caption}>
        {most === 0 || !best
          ? `${measureNames[measure]}: none in this time`
          : `${measureNames[measure]}: at most ${measuredWords(best, measure)}`}
      </figcaption>
      <svg
        className={styles.bars}
        viewBox={`0 0 ${periods.length} ${height}`}
        preserveAspectRatio="none"
      >
        {periods.map((period, index) => {
          const tall = most === 0 ? 0 : (height * measured(period, measure)) / most
          return (
            <rect
              key={period.from}
              x={index + (1 - share) / 2}
              y={height - Math.max(tall, 1)}
              width={share}
              height={Math.max(tall, 1)}
            >
              <title>{`${formatPlainDay(period.from)}: ${measuredWords(period, measure)}`}</title>
            </rect>
          )
        })}
      </svg>
      <p className={styles.ends} translate="no">
        <span>{formatPlainDay(periods[0]?.from ?? '')}</span>
        <span>{formatPlainDay(periods.at(-1)?.from ?? '')}</span>
      </p>
    </figure>
  )
}
