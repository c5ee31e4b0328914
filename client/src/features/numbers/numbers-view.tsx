import { type Numbers, type PeriodKind, periodKinds } from '@expertconnect/contract/numbers/shapes'
import type { UseQueryResult } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { saveFile } from '../../lib/browser/save-file.ts'
import { formatMoney } from '../../lib/money.ts'
import { locale } from '../../lib/time/time.ts'
import { problemOf } from '../../server/api/problem.ts'
import { Button } from '../../ui/action/button.tsx'
import { Panel } from '../../ui/display/panel.tsx'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { PartSkeleton } from '../../ui/feedback/part-skeleton.tsx'
import { Segmented } from '../../ui/form/segmented.tsx'
import { Bars } from './bars.tsx'
import { formatHours, type Measure, measureNames, measures, sumOf } from './measures.ts'
import { numbersFile } from './numbers-file.ts'
import { NumbersTable } from './numbers-table.tsx'
import styles from './numbers-view.module.css'

interface NumbersViewProps {
  by: PeriodKind
  query: UseQueryResult<Numbers>
  onBy: (by: PeriodKind) => void
}

const kindNames = { week: 'By week', month: 'By month' } as const

/** Sums, bars and a table of what became of sessions, and the same as a file. */
export function NumbersView({ by, query, onBy }: NumbersViewProps) {
  const [measure, setMeasure] = useState<Measure>('held')
  const periods = query.data?.periods
  return (
    <>
      <div className={styles.tools}>
        <Segmented
          legend="In which steps"
          options={periodKinds.map((value) => ({ value, label: kindNames[value] }))}
          value={by}
          onChange={onBy}
        />
        {periods && (
          <Button
            icon={<Download size={18} aria-hidden />}
            onClick={() => saveFile(`numbers-by-${by}.csv`, 'text/csv', numbersFile(periods))}
          >
            Download as CSV
          </Button>
        )}
      </div>
      {periods ? (
        <>
          <Sums periods={periods} />
          <Panel as="section" padding="l" className={styles.panel} aria-label="Chart and table">
            <Segmented
              legend="What the chart shows"
              options={measures.map((value) => ({ value, label: measureNames[value] }))}
              value={measure}
              onChange={setMeasure}
            />
            <Bars periods={periods} measure={measure} />
            <NumbersTable periods={periods} by={by} />
          </Panel>
        </>
      ) : query.isError ? (
        <FailedState
          title="The numbers could not be loaded"
          detail={problemOf(query.error).detail}
          onRetry={() => void query.refetch()}
          retrying={query.isFetching}
        />
      ) : (
        <PartSkeleton says="Loading the numbers" />
      )}
    </>
  )
}

function Sums({ periods }: { periods: Numbers['periods'] }) {
  const { held, missed, cancelled, minutes, earned } = sumOf(periods)
  const currency = periods[0]?.earnings.currency ?? ''
  const sums = {
    Sessions: held.toLocaleString(locale()),
    Hours: formatHours(minutes),
    Earnings: formatMoney({ amount: earned, currency }),
    Missed: missed.toLocaleString(locale()),
    Cancelled: cancelled.toLocaleString(locale()),
  }
  return (
    <dl className={styles.sums}>
      {Object.entries(sums).map(([name, value]) => (
        <div key={name} className={`glass ${styles.sum}`}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
