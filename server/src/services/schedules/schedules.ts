import type { DeskSchedule, ScheduleChange } from '@expertconnect/contract/schedules/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { changeSchedule } from '../../domain/schedules/change.ts'
import { Refused } from '../../base/problem.ts'
import { expertOf } from '../experts/find.ts'
import { demandExpert } from '../../base/demand.ts'
import { presentSchedule } from './present.ts'

/** When an expert can be booked, for that expert to change. Nothing here touches what is booked already. */
export function createSchedules({ storage, clock }: Pick<Deps, 'storage' | 'clock'>) {
  return {
    async read(actor: Actor): Promise<DeskSchedule> {
      const { schedule } = await expertOf(storage, demandExpert(actor).expertId)
      return presentSchedule(schedule)
    },

    async change(actor: Actor, change: ScheduleChange): Promise<DeskSchedule> {
      const { id, schedule } = await expertOf(storage, demandExpert(actor).expertId)
      const changed = changeSchedule(schedule, change, clock())
      if ('faults' in changed) throw new Refused('invalid_input', { errors: changed.faults })
      const replaced =
        change.version === schedule.version
          ? await storage.schedules.replace(id, changed.schedule)
          : 'stale_version'
      if (replaced === 'stale_version') throw new Refused('stale_version')
      return presentSchedule(changed.schedule)
    },
  }
}
