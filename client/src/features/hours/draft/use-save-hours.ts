import type { DeskSchedule } from '@expertconnect/contract/schedules/shapes'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../../server/api/client.ts'
import { mine } from '../../../server/api/keys.ts'
import { useSend } from '../../../server/use-send.ts'
import type { Refused } from '../../../ui/feedback/describe-refusal.ts'
import { useToast } from '../../../ui/feedback/toast.tsx'
import type { Unsaved } from '../../../ui/form/unsaved.ts'
import { useSave } from '../../../ui/form/use-save.ts'
import { conflictsQuery, scheduleQuery } from '../queries.ts'
import { type Faults, findFaults } from './faults.ts'
import { type HoursState, toChange } from './state.ts'

export interface Saving {
  readonly busy: boolean
  readonly problem: Refused | null
  readonly faults: Faults
  readonly save: () => Promise<void>
  readonly discard: () => void
}

/** Saves what was changed of the hours, over the version that is shown. */
export function useSaveHours(schedule: DeskSchedule, unsaved: Unsaved<HoursState>): Saving {
  const client = useQueryClient()
  const toast = useToast()
  const { shown, parts, drop } = unsaved
  const own = findFaults(shown)
  const body = { version: schedule.version, ...toChange(parts) }
  const send = useSend(() => call('changeSchedule', { body }), {
    onDone: async (saved) => {
      drop()
      client.setQueryData(scheduleQuery.queryKey, saved)
      void client.invalidateQueries({ queryKey: mine.desk })
      const conflicts = await client.fetchQuery({ ...conflictsQuery, staleTime: 0 }).catch(() => [])
      toast({
        tone: 'good',
        title: 'Saved: visitors see it now',
        ...(conflicts.length > 0 && {
          detail: `${conflicts.length} booked ${conflicts.length === 1 ? 'session is' : 'sessions are'} now outside your hours and stay as they are.`,
        }),
      })
    },
    onRefused: ({ code }) => {
      if (code !== 'stale_version') return
      void client.invalidateQueries({ queryKey: scheduleQuery.queryKey })
    },
  })
  const { problem, refusal, busy, save, discard } = useSave({
    unsaved,
    atFault: own.size > 0,
    send: () => send(),
  })
  const theirs = problem?.errors?.map(({ pointer, detail }) => [pointer, detail] as const) ?? []
  return {
    busy,
    problem: problem ?? lastingProblem(refusal),
    faults: new Map([...own, ...theirs]),
    save,
    discard,
  }
}

/**
 * What still holds when something else was typed since. Read anew after a stale version, the schedule is another one:
 * the bar then says that it was changed elsewhere.
 */
function lastingProblem(refusal: Refused | null): Refused | null {
  return refusal?.code === 'stale_version' || refusal?.errors ? null : refusal
}
