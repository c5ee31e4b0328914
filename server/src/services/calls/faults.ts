import {
  type CallFault,
  type CallHealth,
  callFaults as allFaults,
} from '@expertconnect/contract/calls/shapes'
import type { Logger } from 'pino'
import type { CallFaultBook } from '../../base/calls.ts'
import type { Deps } from '../../base/deps.ts'
import { createLimits } from '../../base/limits.ts'
import { day, hour, type Instant } from '../../domain/time/instant.ts'

type Counts = CallHealth['reports']['thisHour']

/** What browsers could not do, hour by hour, on all servers together and after a restart. */
export function createCallFaults(
  deps: Pick<Deps, 'storage' | 'clock' | 'tokens'>,
  logger: Logger,
): CallFaultBook {
  const { storage, clock } = deps
  const limits = createLimits(deps)

  return {
    /** A browser that tries again and again is one, for an hour. */
    async note(fault, { bookingId, role }) {
      const { count } = await limits.count(`call-fault ${fault}`, `${bookingId} ${role}`, hour)
      if (count > 1) return
      const now = clock()
      await storage.uses.count(keyOf(fault, hourOf(now)), { now, milliseconds: day + hour })
      logger.warn({ fault, role }, 'a browser found no path for a call (docs/calls.md)')
    },

    async read() {
      const now = clock()
      const last = hourOf(now)
      const hours = Array.from({ length: 24 }, (_, index) => last - index)
      const keys = allFaults.flatMap((fault) => hours.map((each) => keyOf(fault, each)))
      const counts = await storage.uses.read(keys, now)
      const sumOf = (of: readonly number[]): Counts => {
        const sum = (fault: CallFault) =>
          of.reduce((all, each) => all + (counts.get(keyOf(fault, each)) ?? 0), 0)
        return {
          relay_refused: sum('relay_refused'),
          relay_unreachable: sum('relay_unreachable'),
          no_path: sum('no_path'),
        }
      }
      return { thisHour: sumOf([last]), lastDay: sumOf(hours) }
    },
  }
}

const hourOf = (at: Instant): number => Math.floor(at / hour)
const keyOf = (fault: CallFault, hourNumber: number): string => `call-faults ${fault} ${hourNumber}`
