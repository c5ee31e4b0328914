import type { DeskSchedule, ScheduleChange } from '@expertconnect/contract/schedules/shapes'
import type { Actor } from '../actor.ts'
import type { Deps } from '../deps.ts'
import { changeSchedule } from '../domain/schedule-change.ts'
import { Refused } from '../problem.ts'
import type { Claims } from './claims.ts'
import { demandExpert } from './roles.ts'
import { presentSchedule } from './present.ts'

/** When an expert can be booked, for that expert to change. Nothing here touches what is booked already. */
export function createDeskSchedule(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  claims: Claims,
) {
  return {
    async read(actor: Actor): Promise<DeskSchedule> {
      const { schedule } = await claims.expertOf(demandExpert(actor).expertId)
      return presentSchedule(schedule)
    },

    async change(actor: Actor, change: ScheduleChange): Promise<DeskSchedule> {
      const { id, schedule } = await claims.expertOf(demandExpert(actor).expertId)
      const changed = changeSchedule(schedule, change, clock())
      if ('faults' in changed) throw new Refused('invalid_input', { errors: changed.faults })
      const replaced =
        change.version === schedule.version
          ? await storage.replaceSchedule(id, changed.schedule)
          : 'stale_version'
      if (replaced === 'stale_version') throw new Refused('stale_version')
      return presentSchedule(changed.schedule)
    },
  }
}
