import type { PeriodKind } from '@expertconnect/contract/numbers/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { NumbersView } from '../../features/numbers/numbers-view.tsx'
import { deskNumbersQuery } from '../../features/numbers/queries.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { PageHead } from '../../ui/list/page-head.tsx'

/** What became of one's sessions, week by week or month by month. */
export function NumbersPage() {
  useTitle(pageTitles['/desk/numbers'])
  const [by, setBy] = useState<PeriodKind>('week')
  const query = useQuery(deskNumbersQuery(by))
  return (
    <>
      <PageHead
        title="Numbers"
        lead="Your sessions over the last few months. Earnings are what was agreed: we don’t see payments."
      />
      <NumbersView by={by} query={query} onBy={setBy} />
    </>
  )
}
