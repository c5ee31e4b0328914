import { demandAdmin } from '../../base/demand.ts'
import { zoneRulesOf } from '../../domain/time/zone-rules.ts'
import type { Services } from '../../services/services.ts'
import type { Handlers } from './handler.ts'

type ScheduleHandlers = Pick<
  Handlers,
  'getSchedule' | 'changeSchedule' | 'listConflicts' | 'explainStart' | 'getTimeZoneRules'
>

/** An expert's hours, and what they say of a time. */
export function createScheduleHandlers({ schedules, explanations }: Services): ScheduleHandlers {
  return {
    getSchedule: ({ actor }) => schedules.read(actor),
    changeSchedule: ({ actor, body }) => schedules.change(actor, body),
    listConflicts: ({ actor }) => explanations.conflicts(actor),
    getTimeZoneRules: async ({ actor }) => {
      demandAdmin(actor)
      return zoneRulesOf(process.versions.tz)
    },
    explainStart: ({ actor, query }) => explanations.why(actor, query),
  }
}
