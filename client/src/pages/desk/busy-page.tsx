import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import { AddSource } from '../../features/calendars/add-source.tsx'
import { Clashes } from '../../features/calendars/clashes.tsx'
import { SourceList } from '../../features/calendars/source-list.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { PageHead } from '../../ui/list/page-head.tsx'
import styles from './busy-page.module.css'

/** The calendars that one has elsewhere, whose busy times cannot be booked. */
export function BusyPage({ expert }: { expert: DeskExpert }) {
  useTitle(pageTitles['/desk/busy'])
  return (
    <div className={styles.page}>
      <PageHead
        title="Busy times"
        lead="Whatever is in your other calendars cannot be booked here. They are read every quarter of an hour or so, and nothing of them is kept but when you are busy."
      />
      <Clashes zone={expert.timeZone} />
      <SourceList zone={expert.timeZone} />
      <AddSource />
    </div>
  )
}
