import { pageTitles } from '@expertconnect/contract/pages'
import type { AdminPerson, Person } from '@expertconnect/contract/people/shapes'
import { useInfiniteQuery } from '@tanstack/react-query'
import { UserRoundSearch } from 'lucide-react'
import { useState } from 'react'
import { PersonRow } from '../../features/people/person-row.tsx'
import { peopleQuery } from '../../features/people/queries.ts'
import { RoleDialog } from '../../features/people/role-dialog.tsx'
import { usePaged } from '../../server/use-paged.ts'
import { Button } from '../../ui/action/button.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { PagedList } from '../../ui/list/paged-list.tsx'
import { Rows } from '../../ui/list/rows.tsx'
import { SearchTools } from '../../ui/list/search-tools.tsx'
import { useFilters } from '../../ui/list/use-filters.ts'

const parts = ['all', 'expert', 'admin'] as const

/** Everybody with an account, and what they may do here. */
export function PeoplePage({ me }: { me: Person }) {
  useTitle(pageTitles['/admin/people'])
  const { query, part, change } = useFilters(parts)
  const found = usePaged(useInfiniteQuery(peopleQuery(query, part)))
  const [chosen, setChosen] = useState<AdminPerson | null>(null)
  return (
    <>
      <PageHead
        title={
          <>
            People <em>and roles</em>
          </>
        }
        lead="Everyone with an account: whoever has signed in, been invited or been given a role. Administrators can do everything that you can."
      />
      <SearchTools
        label="Search people"
        placeholder="An address…"
        query={query}
        legend="Which people"
        parts={[
          { value: 'all', label: 'All' },
          { value: 'expert', label: 'Experts' },
          { value: 'admin', label: 'Admins' },
        ]}
        part={part}
        onChange={change}
      />
      <PagedList
        list={found}
        what="The people"
        nouns={['person', 'people']}
        empty={
          <EmptyState
            icon={<UserRoundSearch size={28} />}
            title="No matching people"
            action={
              <Button onClick={() => change({ query: '', part: 'all' })}>Show everyone</Button>
            }
          >
            They may not have signed in yet: people appear here once they have.
          </EmptyState>
        }
      >
        {(people) => (
          <Rows label="People">
            {people.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                isMe={person.id === me.id}
                onChange={() => setChosen(person)}
              />
            ))}
          </Rows>
        )}
      </PagedList>
      {chosen && <RoleDialog person={chosen} me={me} onClose={() => setChosen(null)} />}
    </>
  )
}
