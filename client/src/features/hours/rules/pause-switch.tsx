import type { DeskExpert } from '@expertconnect/contract/experts/shapes'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../server/api/client.ts'
import { ApiProblem, problemOf } from '../../../server/api/problem.ts'
import { mine } from '../../../server/api/keys.ts'
import { Switch } from '../../../ui/form/switch.tsx'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { deskQuery } from '../../../server/api/expert-queries.ts'
import { scheduleQuery } from '../queries.ts'

/** Pausing acts at once: nothing new can be booked, and what is booked stays. */
export function PauseSwitch({ expert }: { expert: DeskExpert }) {
  const client = useQueryClient()
  const toast = useToast()
  const change = useMutation({
    mutationFn: (paused: boolean) => changePaused(paused),
    onSuccess: (schedule) => {
      client.setQueryData(scheduleQuery.queryKey, schedule)
      client.setQueryData(
        deskQuery.queryKey,
        (known) => known && { ...known, paused: schedule.paused },
      )
      void client.invalidateQueries({ queryKey: mine.desk })
      toast(
        schedule.paused
          ? { title: 'Paused: nothing new can be booked', key: 'pause' }
          : { tone: 'good', title: 'You can be booked again', key: 'pause' },
      )
    },
    onError: (error) => {
      const { title, detail } = problemOf(error)
      toast({ tone: 'bad', title: `Not changed: ${title}`, ...(detail && { detail }) })
    },
  })

  /** It says one thing only, whatever else was changed meanwhile: a newer version is no reason to ask. */
  async function changePaused(paused: boolean) {
    const { version } = await client.fetchQuery(scheduleQuery)
    try {
      return await call('changeSchedule', { body: { version, paused } })
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.problem.code !== 'stale_version') throw error
      const fresh = await client.fetchQuery({ ...scheduleQuery, staleTime: 0 })
      return call('changeSchedule', { body: { version: fresh.version, paused } })
    }
  }

  return (
    <Switch
      label="Taking new bookings"
      detail={
        expert.paused
          ? 'Paused: every time is closed'
          : 'Switch off to pause; existing bookings stay'
      }
      checked={!expert.paused}
      busy={change.isPending}
      onChange={(taking) => change.mutate(!taking)}
    />
  )
}
