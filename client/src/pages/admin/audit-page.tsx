import { pageTitles } from '@expertconnect/contract/pages'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { AuditDays } from '../../features/audit/audit-days.tsx'
import { auditQuery } from '../../features/audit/queries.ts'
import { usePaged } from '../../server/use-paged.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'

/** Every administrative change, newest first. */
export function AuditPage() {
  useTitle(pageTitles['/admin/audit'])
  const found = usePaged(useInfiniteQuery(auditQuery))
  return (
    <>
      <PageHead
        title={
          <>
            Audit: <em>who did what</em>
          </>
        }
        lead="Every change that an administrator made. It is written with the change itself, and nobody can take it back."
      />
      <PagedList
        list={found}
        what="The audit trail"
        nouns={['change', 'changes']}
        empty={
          <EmptyState icon={<ScrollText size={28} />} title="Nothing has been changed yet">
            Whatever an administrator does shows up here.
          </EmptyState>
        }
      >
        {(entries) => <AuditDays entries={entries} />}
      </PagedList>
    </>
  )
}
