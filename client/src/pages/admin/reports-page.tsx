import { type Report, reportStates } from '@expertconnect/contract/blocks/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { reportsQuery } from '../../features/blocking/queries.ts'
import { type Measure, ReportCard } from '../../features/blocking/report-card.tsx'
import { ReportMeasure } from '../../features/blocking/report-measures.tsx'
import { usePaged } from '../../server/use-paged.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Segmented } from '../../ui/form/segmented.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'
import { Rows } from '../../ui/list/rows.tsx'
import { useFilters } from '../../ui/list/use-filters.ts'

const names = { open: 'Open', settled: 'Settled', dismissed: 'Dismissed' } as const

/** What experts report of their sessions, and what is done about it. */
export function ReportsPage() {
  useTitle(pageTitles['/admin/reports'])
  const { part, change } = useFilters(reportStates)
  const found = usePaged(useInfiniteQuery(reportsQuery(part)))
  const [taken, setTaken] = useState<{ report: Report; measure: Measure } | null>(null)
  return (
    <>
      <PageHead
        title={
          <>
            Reports <em>from experts</em>
          </>
        }
        lead="Sessions that an expert says something is wrong with. Blocking or cancelling settles a report."
      />
      <Segmented
        legend="Which reports"
        options={reportStates.map((value) => ({ value, label: names[value] }))}
        value={part}
        onChange={(next) => change({ part: next })}
      />
      <PagedList
        list={found}
        what="The reports"
        nouns={['report', 'reports']}
        empty={
          <EmptyState
            icon={<Flag size={28} />}
            title={part === 'open' ? 'Nothing is reported' : `None is ${part}`}
          >
            Experts report a session from its page on their desk.
          </EmptyState>
        }
      >
        {(reports) => (
          <Rows label="Reports">
            {reports.map((report) => (
              <ReportCard
                key={report.id}
                report={report}
                onTake={(measure) => setTaken({ report, measure })}
              />
            ))}
          </Rows>
        )}
      </PagedList>
      {taken && (
        <ReportMeasure
          report={taken.report}
          measure={taken.measure}
          onClose={() => setTaken(null)}
        />
      )}
    </>
  )
}
