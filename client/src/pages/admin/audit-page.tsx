import { pageTitles } from '@expertconnect/contract/pages'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { useState } from 'react'
import { AuditDays } from '../../features/audit/audit-days.tsx'
import { AuditTools } from '../../features/audit/audit-tools.tsx'
import { auditQuery, type ShownKind } from '../../features/audit/queries.ts'
import { usePaged } from '../../server/use-paged.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'

/** Every administrative change, newest first. */
export function AuditPage() {
  useTitle(pageTitles['/admin/audit'])
  const [kind, setKind] = useState<ShownKind>('all')
  const found = usePaged(useInfiniteQuery(auditQuery(kind)))
  return (
    <>
      <PageHead
        title={
          <>
            Audit: <em>who did what</em>
          </>
        }
        lead="Every change that an administrator made, recorded together with the change; who signed in, and who was refused. Entries are kept for 400 days, and nobody can alter them."
      />
      <AuditTools kind={kind} onChange={setKind} />
      <PagedList
        list={found}
        what="The audit trail"
        nouns={['entry', 'entries']}
        empty={
          <EmptyState icon={<ScrollText size={28} />} title="Nothing of this kind yet">
            Everything that administrators do, and every sign-in, shows up here.
          </EmptyState>
        }
      >
        {(entries) => <AuditDays entries={entries} />}
      </PagedList>
    </>
  )
}
