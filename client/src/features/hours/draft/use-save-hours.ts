import type { DeskSchedule } from '@expertconnect/contract/schedules/shapes'
import type { Problem } from '@expertconnect/contract/problem'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../../server/api/client.ts'
import { problemOf } from '../../../server/api/problem.ts'
import { mine } from '../../../server/api/keys.ts'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { type Faults, findFaults } from './faults.ts'
import { type HoursState, toChange } from './state.ts'
import { conflictsQuery, scheduleQuery } from '../queries.ts'
import type { Unsaved } from '../../../ui/form/unsaved.ts'

export interface Saving {
  readonly busy: boolean
  readonly problem: Problem | null
  readonly faults: Faults
  readonly save: () => Promise<void>
  readonly discard: () => void
}

/** Saves what was changed of the hours, over the version that is shown. */
export function useSaveHours(schedule: DeskSchedule, unsaved: Unsaved<HoursState>): Saving {
  const client = useQueryClient()
  const toast = useToast()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<{ problem: Problem; of: HoursState } | null>(null)
  const { shown, parts, drop } = unsaved
  const own = findFaults(shown)
  // What the server said is about what was sent: anything typed since may have mended it.
  const current = refusal?.of === shown ? refusal.problem : null
  const theirs = current?.errors?.map(({ pointer, detail }) => [pointer, detail] as const) ?? []

  async function save() {
    if (own.size > 0) return focusFault()
    setBusy(true)
    try {
      const body = { version: schedule.version, ...toChange(parts) }
      const saved = await call('changeSchedule', { body })
      drop()
      client.setQueryData(scheduleQuery.queryKey, saved)
      setRefusal(null)
      void client.invalidateQueries({ queryKey: mine.desk })
      const conflicts = await client.fetchQuery({ ...conflictsQuery, staleTime: 0 }).catch(() => [])
      toast({
        tone: 'good',
        title: 'Saved: visitors see it now',
        ...(conflicts.length > 0 && {
          detail: `${conflicts.length} booked ${conflicts.length === 1 ? 'session lies' : 'sessions lie'} outside now and stay as they are.`,
        }),
      })
    } catch (error) {
      const problem = problemOf(error)
      setRefusal({ problem, of: shown })
      if (problem.code === 'stale_version') {
        await client.invalidateQueries({ queryKey: scheduleQuery.queryKey })
      }
      focusFault()
    } finally {
      setBusy(false)
    }
  }

  return {
    busy,
    problem: current ?? staleProblem(refusal),
    faults: new Map([...own, ...theirs]),
    save,
    discard: () => {
      drop()
      setRefusal(null)
    },
  }
}

/** Read anew after it, the schedule is another one: the bar then says that it was changed elsewhere. */
function staleProblem(refusal: { problem: Problem } | null): Problem | null {
  return refusal && refusal.problem.code !== 'stale_version' && !refusal.problem.errors
    ? refusal.problem
    : null
}

/** On to the first field that is marked, once it is. */
function focusFault(): void {
  setTimeout(() => document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus())
}
