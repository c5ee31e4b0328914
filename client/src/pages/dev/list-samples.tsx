import { FolderTree, UserPlus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/action/button.tsx'
import { Avatar } from '../../ui/display/avatar.tsx'
import { EmptyState } from '../../ui/feedback/empty-state.tsx'
import { Status } from '../../ui/feedback/status.tsx'
import { Select } from '../../ui/form/select.tsx'
import { PageHead } from '../../ui/list/page-head.tsx'
import { type Paged, PagedList } from '../../ui/list/paged-list.tsx'
import { Row } from '../../ui/list/row.tsx'
import { Rows } from '../../ui/list/rows.tsx'
import { SearchTools } from '../../ui/list/search-tools.tsx'
import { Sample, SampleGroup } from './sample.tsx'

const names = ['Amara Okafor', 'Łukasz van der Berg']
const parts = [
  { value: 'all', label: 'All' },
  { value: 'listed', label: 'Listed' },
]

export function ListSamples() {
  const [search, setSearch] = useState({ query: '', part: 'all' })
  return (
    <SampleGroup title="List">
      <Sample title="Rows" wide bare>
        <Rows label="Rows">
          <Row
            picture={<Avatar name="Amara Okafor" photoUrl={null} category="law" size={48} />}
            title="Amara Okafor"
            small="Invited on 3 February"
            states={<Status tone="live">Listed</Status>}
            actions={
              <>
                <Button size="s">Edit</Button>
                <Button size="s" variant="danger">
                  Remove
                </Button>
              </>
            }
          >
            <p>Contracts that people understand</p>
          </Row>
          <Row icon={<FolderTree size={22} />} title="The whole row leads somewhere" to="?row=2">
            <p>An icon in place of a picture</p>
          </Row>
          <Row icon={<FolderTree size={22} />} title="A title alone" />
        </Rows>
      </Sample>
      <PagedSamples />
      {/* Last: its heading is of the first level, and a group follows. */}
      <Sample title="Head of a page, and its tools" wide bare>
        <PageHead
          title="Experts"
          lead="Who can be booked, and who will be."
          action={<Button icon={<UserPlus size={18} aria-hidden />}>Invite an expert</Button>}
        />
        <SearchTools
          label="Search the experts"
          placeholder="Name or address"
          {...search}
          legend="Which experts"
          parts={parts}
          onChange={(next) => setSearch((before) => ({ ...before, ...next }))}
        />
      </Sample>
    </SampleGroup>
  )
}

const whole: Paged<string> = {
  items: names,
  total: 2,
  fault: undefined,
  retrying: false,
  retry: () => undefined,
  hasMore: false,
  readingMore: false,
  moreFailed: false,
  readMore: () => undefined,
}
const fault = 'The server cannot be reached.'
const lists = {
  more: { ...whole, total: 40, hasMore: true },
  'reading more': { ...whole, total: 40, hasMore: true, readingMore: true },
  'more failed': { ...whole, total: undefined, hasMore: true, fault, moreFailed: true },
  whole,
  outdated: { ...whole, outdated: true },
  'not refreshed': { ...whole, fault },
  empty: { ...whole, items: [], total: 0 },
  loading: { ...whole, items: undefined },
  failed: { ...whole, items: undefined, fault },
} satisfies Record<string, Paged<string>>
const states = Object.keys(lists) as (keyof typeof lists)[]

function PagedSamples() {
  const [state, setState] = useState<keyof typeof lists>('more')
  return (
    <Sample title="List that comes in pages" wide bare>
      <Select
        label="State of the list"
        options={states.map((value) => ({ value, label: value }))}
        value={state}
        onChange={(value) => setState(states.find((each) => each === value) ?? 'more')}
      />
      <PagedList
        list={lists[state]}
        what="The experts"
        nouns={['expert', 'experts']}
        empty={<EmptyState level={3} icon={<UserPlus size={28} />} title="No expert yet" />}
      >
        {(items) => (
          <Rows label={`Experts, ${state}`}>
            {items.map((name) => (
              <Row
                key={name}
                picture={<Avatar name={name} photoUrl={null} size={48} />}
                title={name}
              />
            ))}
          </Rows>
        )}
      </PagedList>
    </Sample>
  )
}
