import type { CallHealth } from '@expertconnect/contract/calls/shapes'
import type { Actor } from '../../base/actor.ts'
import { demandAdmin } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'

/** Whether calls find their paths here, for whoever hosts it. */
export function createCallHealth({ relay, callFaults }: Pick<Deps, 'relay' | 'callFaults'>) {
  return {
    async read(actor: Actor): Promise<CallHealth> {
      demandAdmin(actor)
      return { relay: relay(), reports: await callFaults.read() }
    },
  }
}
