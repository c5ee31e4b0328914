import type { Application } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { ApplicationCard } from '../../features/application/application-card.tsx'
import { ApproveDialog, DeclineDialog } from '../../features/application/decision-dialogs.tsx'
import { applicationsQuery } from '../../features/application/queries.ts'
import { usePaged } from '../../server/use-paged.ts'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Segmented } from '../../ui/form/segmented.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'
import { Rows } from '../../ui/list/rows.tsx'
import { useFilters } from '../../ui/list/use-filters.ts'

const parts = ['waiting', 'approved', 'declined'] as const
const names = { waiting: 'Waiting', approved: 'Approved', declined: 'Declined' } as const
const empty = {
  waiting: 'Everyone who applies on “Become an expert” appears here.',
  approved: 'Those who were approved are experts now.',
  declined: 'Declined applications are kept here, with the reason.',
} as const

/** Who wants to become an expert: read, approved or declined. */
export function ApplicationsPage() {
  useTitle(pageTitles['/admin/applications'])
  const { part, change } = useFilters(parts)
  const found = usePaged(useInfiniteQuery(applicationsQuery(part)))
  const [chosen, setChosen] = useState<{
    application: Application
    state: 'approved' | 'declined'
  } | null>(null)
  const close = () => setChosen(null)
  return (
    <>
      <PageHead
        title={
          <>
            Applications <em>to join</em>
          </>
        }
        lead="Read each one in full. Approved applicants get a desk, and stay hidden until you list them."
      />
      <Segmented
        legend="Which applications"
        options={parts.map((value) => ({ value, label: names[value] }))}
        value={part}
        onChange={(next) => change({ part: next })}
      />
      <PagedList
        list={found}
        what="The applications"
        nouns={['application', 'applications']}
        empty={
          <EmptyState
            icon={<Inbox size={28} />}
            title={part === 'waiting' ? 'Nobody is waiting' : `None is ${part}`}
          >
            {empty[part]}
          </EmptyState>
        }
      >
        {(applications) => (
          <Rows label="Applications">
            {applications.map((application) => (
              <ApplicationCard
                key={application.id}
                application={application}
                onDecide={(state) => setChosen({ application, state })}
              />
            ))}
          </Rows>
        )}
      </PagedList>
      {chosen?.state === 'approved' && (
        <ApproveDialog application={chosen.application} onClose={close} />
      )}
      {chosen?.state === 'declined' && (
        <DeclineDialog application={chosen.application} onClose={close} />
      )}
    </>
  )
}
