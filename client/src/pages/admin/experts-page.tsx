import type { AdminExpert } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { useInfiniteQuery } from '@tanstack/react-query'
import { UserRoundPlus, UserRoundSearch } from 'lucide-react'
import { useState } from 'react'
import { EditDialog } from '../../features/listing/edit-dialog.tsx'
import { type ExpertAction, ExpertRow } from '../../features/listing/expert-row.tsx'
import { InviteDialog } from '../../features/listing/invite-dialog.tsx'
import { ListingDialog } from '../../features/listing/listing-dialog.tsx'
import { allExpertsQuery } from '../../features/listing/queries.ts'
import { usePaged } from '../../server/use-paged.ts'
import { Button } from '../../ui/action/button.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'
import { Rows } from '../../ui/list/rows.tsx'
import { SearchTools } from '../../ui/list/search-tools.tsx'
import { useFilters } from '../../ui/list/use-filters.ts'

const parts = ['all', 'listed', 'unlisted'] as const

/** All experts, listed or not: found, invited, edited, listed and hidden. */
export function ExpertsPage() {
  useTitle(pageTitles['/admin'])
  const { query, part, change } = useFilters(parts)
  const found = usePaged(useInfiniteQuery(allExpertsQuery(query, part)))
  const [inviting, setInviting] = useState(false)
  const [chosen, setChosen] = useState<{ expert: AdminExpert; action: ExpertAction } | null>(null)
  const close = () => setChosen(null)
  const invite = (
    <Button
      variant="primary"
      icon={<UserRoundPlus size={18} aria-hidden />}
      onClick={() => setInviting(true)}
    >
      Invite an expert
    </Button>
  )
  return (
    <>
      <PageHead
        title={
          <>
            Our <em>experts</em>
          </>
        }
        lead="Who can be booked here, and who is not shown yet."
        action={invite}
      />
      <SearchTools
        label="Search experts"
        placeholder="A name, an address, a skill…"
        query={query}
        legend="Which experts"
        parts={[
          { value: 'all', label: 'All' },
          { value: 'listed', label: 'Listed' },
          { value: 'unlisted', label: 'Not listed' },
        ]}
        part={part}
        onChange={change}
      />
      <PagedList
        list={found}
        what="The experts"
        nouns={['expert', 'experts']}
        empty={
          <EmptyState
            icon={<UserRoundSearch size={28} />}
            title={query === '' ? 'Nobody is here' : `Nobody matches “${query}”`}
            action={
              query === '' && part === 'all' ? (
                invite
              ) : (
                <Button onClick={() => change({ query: '', part: 'all' })}>Show everyone</Button>
              )
            }
          >
            {query === '' && part === 'all'
              ? 'Invite the first expert: they’ll get an e-mail with a link to their desk.'
              : 'Try another word, or another part of the list.'}
          </EmptyState>
        }
      >
        {(experts) => (
          <Rows label="Experts">
            {experts.map((expert) => (
              <ExpertRow
                key={expert.id}
                expert={expert}
                onAction={(action) => setChosen({ expert, action })}
              />
            ))}
          </Rows>
        )}
      </PagedList>
      {inviting && <InviteDialog onClose={() => setInviting(false)} />}
      {chosen?.action === 'edit' && <EditDialog expert={chosen.expert} onClose={close} />}
      {chosen?.action === 'listing' && <ListingDialog expert={chosen.expert} onClose={close} />}
    </>
  )
}
