import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { serverNow } from '../../api/server-clock.ts'
import { cityOf, offsetLabel } from '../../time-zone.ts'
import { Button } from '../../ui/button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useTitle } from '../../ui/use-title.ts'
import styles from './calendar.module.css'
import { SessionList } from './session-list.tsx'
import { WeekView } from './week-view.tsx'
import { type Asked, WhyDialog } from './why-dialog.tsx'

/** The sessions by week or as a list, and why a time can't be booked. */
export function Calendar({ expert }: { expert: DeskExpert }) {
  useTitle(pageTitles['/desk/calendar'])
  const [search, setSearch] = useSearchParams()
  const view = search.get('view') === 'list' ? 'list' : 'week'
  const [asked, setAsked] = useState<Asked | null>(null)
  return (
    <>
      <header className={styles.header}>
        <div>
          <h1>Calendar</h1>
          <p>
            In your time zone: {cityOf(expert.timeZone)} (
            {offsetLabel(expert.timeZone, serverNow())})
          </p>
        </div>
        <Segmented
          legend="View"
          className={styles.views ?? ''}
          options={[
            { value: 'week', label: 'Week' },
            { value: 'list', label: 'List' },
          ]}
          value={view}
          onChange={(next) => setSearch(next === 'list' ? { view: 'list' } : {}, { replace: true })}
        />
      </header>
      {view === 'week' ? (
        <WeekView expert={expert} onAsk={setAsked} />
      ) : (
        <SessionList expert={expert} />
      )}
      <div>
        <Button icon={<CircleHelp size={18} aria-hidden />} onClick={() => setAsked({})}>
          Why is a time not bookable?
        </Button>
      </div>
      {asked && <WhyDialog expert={expert} asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
