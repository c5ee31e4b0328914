import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { pageTitles } from '@expertconnect/contract/pages'
import type { DeskSchedule } from '@expertconnect/contract/schedules/shapes'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { problemOf } from '../../api/problem.ts'
import { FailedState } from '../../ui/failed-state.tsx'
import { Panel } from '../../ui/panel.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { Conflicts } from './conflicts.tsx'
import { PartSkeleton } from './desk-skeleton.tsx'
import type { DeskTools } from './desk-tools.ts'
import styles from './hours.module.css'
import { changedNames, hoursName, hoursOf } from './hours-state.ts'
import { PauseSwitch } from './pause-switch.tsx'
import { scheduleQuery } from './queries.ts'
import { Rules } from './rules.tsx'
import { SaveBar } from './save-bar.tsx'
import { TimeOff } from './time-off.tsx'
import { useUnsaved } from './unsaved.ts'
import { useAskOnLeaving } from './use-ask-on-leaving.ts'
import { useSaveHours } from './use-save-hours.ts'
import { WeeklyEditor } from './weekly-editor.tsx'
import { ZoneChoice } from './zone-choice.tsx'

export interface HoursProps {
  expert: DeskExpert
  tools: DeskTools
}

/** When one works, and by which rules one can be booked. */
export function Hours(props: HoursProps) {
  useTitle(pageTitles['/desk/hours'])
  const schedule = useQuery(scheduleQuery)
  return (
    <>
      <header className={styles.header}>
        <h1>Hours</h1>
        <p>
          When you can be booked. A change shows to visitors at once and never touches a session
          that is booked.
        </p>
      </header>
      {schedule.data ? (
        <Editor {...props} schedule={schedule.data} />
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

function Editor({ expert, tools, schedule }: HoursProps & { schedule: DeskSchedule }) {
  const unsaved = useUnsaved(hoursName(expert.id), hoursOf(schedule))
  const { shown, change } = unsaved
  const saving = useSaveHours(schedule, unsaved)
  useAskOnLeaving(unsaved.isDirty)
  useScrollToHash()
  return (
    <>
      <Conflicts zone={schedule.timeZone} />
      <Panel>
        <PauseSwitch expert={expert} />
      </Panel>
      <Panel as="section" className={styles.part} aria-labelledby="weekly">
        <div className={styles.partHead}>
          <h2 id="weekly">Every week</h2>
          <ZoneChoice
            zone={shown.timeZone}
            tools={tools}
            onChange={(timeZone) => change({ timeZone })}
          />
        </div>
        <WeeklyEditor
          weekly={shown.weekly}
          faults={saving.faults}
          onChange={(weekly) => change({ weekly })}
        />
      </Panel>
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
