import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import type { DeskSchedule } from '@expertconnect/contract/schedules/shapes'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { Conflicts } from '../../features/hours/dates/conflicts.tsx'
import { TimeOff } from '../../features/hours/dates/time-off.tsx'
import { changedNames, hoursName, hoursOf } from '../../features/hours/draft/state.ts'
import { useSaveHours } from '../../features/hours/draft/use-save-hours.ts'
import { scheduleQuery } from '../../features/hours/queries.ts'
import { PauseSwitch } from '../../features/hours/rules/pause-switch.tsx'
import { Rules } from '../../features/hours/rules/rules.tsx'
import { ZoneChoice } from '../../features/hours/rules/zone-choice.tsx'
import { WeeklyEditor } from '../../features/hours/week/weekly-editor.tsx'
import { problemOf } from '../../server/api/problem.ts'
import { Panel } from '../../ui/display/panel.tsx'
import { useTitle } from '../../ui/display/use-title.ts'
import { FailedState } from '../../ui/feedback/failed-state.tsx'
import { PartSkeleton } from '../../ui/feedback/part-skeleton.tsx'
import { SaveBar } from '../../ui/form/save-bar.tsx'
import { useUnsaved } from '../../ui/form/unsaved.ts'
import { useAskOnLeaving } from '../../ui/form/use-ask-on-leaving.ts'
import styles from './hours-page.module.css'

/** When one works, and by which rules one can be booked. */
export function HoursPage({ expert }: { expert: DeskExpert }) {
  useTitle(pageTitles['/desk/hours'])
  const schedule = useQuery(scheduleQuery)
  return (
    <>
      <header className={styles.header}>
        <div className={styles.words}>
          <h1>Hours</h1>
          <p>
            When you can be booked. A change shows to visitors at once and never touches a session
            that is booked.
          </p>
        </div>
        <Panel padding="none" className={styles.pause}>
          <PauseSwitch expert={expert} />
        </Panel>
      </header>
      {schedule.data ? (
        <Editor expertId={expert.id} schedule={schedule.data} />
      ) : schedule.isError ? (
        <Panel>
          <FailedState
            title="Your hours could not be loaded"
            detail={problemOf(schedule.error).detail}
            onRetry={() => void schedule.refetch()}
            retrying={schedule.isFetching}
          />
        </Panel>
      ) : (
        <PartSkeleton says="Loading your hours" />
      )}
    </>
  )
}

interface EditorProps {
  expertId: string
  schedule: DeskSchedule
}

function Editor({ expertId, schedule }: EditorProps) {
  const unsaved = useUnsaved(hoursName(expertId), hoursOf(schedule))
  const { shown, change } = unsaved
  const saving = useSaveHours(schedule, unsaved)
  useAskOnLeaving(unsaved.isDirty)
  useScrollToHash()
  return (
    <>
      <Conflicts zone={schedule.timeZone} />
      <Panel as="section" className={styles.part} aria-labelledby="weekly">
        <div className={styles.partHead}>
          <h2 id="weekly">Every week</h2>
          <ZoneChoice zone={shown.timeZone} onChange={(timeZone) => change({ timeZone })} />
        </div>
        <WeeklyEditor
          weekly={shown.weekly}
          faults={saving.faults}
          onChange={(weekly) => change({ weekly })}
        />
      </Panel>
      <div className={styles.both}>
        <Panel as="section" className={styles.part} aria-labelledby="dates">
          <h2 id="dates">Dates and time off</h2>
          <TimeOff
            hours={shown}
            faults={saving.faults}
            onChange={(exceptions) => change({ exceptions })}
          />
        </Panel>
        <Panel as="section" className={styles.part} aria-labelledby="rules">
          <h2 id="rules">Rules</h2>
          <Rules hours={shown} faults={saving.faults} onChange={change} />
        </Panel>
      </div>
      <SaveBar
        what={changedNames(unsaved.parts)}
        elsewhere={unsaved.elsewhere}
        busy={saving.busy}
        problem={saving.problem}
        onSave={() => void saving.save()}
        onDiscard={saving.discard}
      />
    </>
  )
}

/** A link that names a part of this page: its editor is there only once the schedule has come. */
function useScrollToHash(): void {
  const { hash } = useLocation()
  useEffect(() => {
    if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' })
  }, [hash])
}
