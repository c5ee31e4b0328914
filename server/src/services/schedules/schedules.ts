import type { DeskSchedule, ScheduleChange } from '@expertconnect/contract/schedules/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { changeSchedule } from '../../domain/schedules/change.ts'
import { editionOf } from '../../domain/schedules/schedule.ts'
import { Refused } from '../../base/problem.ts'
import { expertOf } from '../experts/find.ts'
import { demandExpert } from '../../base/demand.ts'
import { presentSchedule } from './present.ts'

const tries = 3

/** When an expert can be booked, for that expert to change. Nothing here touches what is booked already. */
export function createSchedules({ storage, clock }: Pick<Deps, 'storage' | 'clock'>) {
  return {
    async read(actor: Actor): Promise<DeskSchedule> {
      const { schedule } = await expertOf(storage, demandExpert(actor).expertId)
      return presentSchedule(schedule)
    },

    async change(actor: Actor, change: ScheduleChange): Promise<DeskSchedule> {
      const { expertId } = demandExpert(actor)
      for (let count = 0; count < tries; count++) {
        const { schedule } = await expertOf(storage, expertId)
        const changed = changeSchedule(schedule, change, clock())
        if ('faults' in changed) throw new Refused('invalid_input', { errors: changed.faults })
        if (change.version !== editionOf(schedule)) throw new Refused('stale_version')
        // Busy times that came in between are none of the expert's doing: they are kept, and it is tried again.
        const replaced = await storage.schedules.replace(expertId, changed.schedule)
        if (replaced === 'done') return presentSchedule(changed.schedule)
      }
      throw new Refused('stale_version')
    },
  }
}
