import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { cityOf } from '@expertconnect/contract/zone-city'
import { Ban, CalendarSync, CircleHelp } from 'lucide-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { DeskList } from '../../features/booking/lists/desk-list.tsx'
import { FeedButton } from '../../features/calendars/feed-button.tsx'
import { WeekView } from '../../features/hours/week/week-view.tsx'
import { type Asked, WhyDialog } from '../../features/hours/why/why-dialog.tsx'
import { paths } from '../../lib/paths.ts'
import { serverNow } from '../../lib/time/server-clock.ts'
import { offsetLabel } from '../../lib/time/zone.ts'
import { ButtonRow } from '../../ui/action/button-row.tsx'
import { Button } from '../../ui/action/button.tsx'
import { LinkButton } from '../../ui/action/link-button.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { Segmented } from '../../ui/form/segmented.tsx'
import styles from './calendar-page.module.css'

/** The bookings by week or as a list, and why a time can't be booked. */
export function CalendarPage({ expert }: { expert: DeskExpert }) {
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
        <DeskList zone={expert.timeZone} />
      )}
      <ButtonRow>
        <FeedButton side="expert" />
        <Button icon={<CircleHelp size={18} aria-hidden />} onClick={() => setAsked({})}>
          Why is a time not bookable?
        </Button>
        <LinkButton icon={<CalendarSync size={18} aria-hidden />} to={paths.deskBusy}>
          Busy times from elsewhere
        </LinkButton>
        <LinkButton icon={<Ban size={18} aria-hidden />} to={paths.deskBlocked}>
          Who you’ve blocked
        </LinkButton>
      </ButtonRow>
      {asked && <WhyDialog expert={expert} asked={asked} onClose={() => setAsked(null)} />}
    </>
  )
}
