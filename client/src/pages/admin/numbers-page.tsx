import type { PeriodKind } from '@expertconnect/contract/numbers/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { NumbersView } from '../../features/numbers/numbers-view.tsx'
import { adminNumbersQuery } from '../../features/numbers/queries.ts'
import { visitorZone } from '../../lib/time/time.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { PageHead } from '../../ui/list/page-head.tsx'

/** What became of the sessions of all experts, week by week or month by month. */
export function NumbersPage() {
  useTitle(pageTitles['/admin/numbers'])
  const [by, setBy] = useState<PeriodKind>('week')
  const query = useQuery(adminNumbersQuery(by, visitorZone()))
  return (
    <>
      <PageHead
        title={
          <>
            Numbers <em>for everyone</em>
          </>
        }
        lead="The sessions of all experts together. Earnings are what was agreed: we don’t see payments."
      />
      <NumbersView by={by} query={query} onBy={setBy} />
    </>
  )
}
