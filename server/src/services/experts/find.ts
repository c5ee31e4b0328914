import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import type { Expert } from '../../domain/experts/expert.ts'

/** The expert of this id, listed or not. Throws `not_found`. */
export async function expertOf(storage: Deps['storage'], id: string): Promise<Expert> {
  return demandExpert(await storage.experts.find(id))
}

/** The same as this server last heard of them: see `ExpertStorage.recall`. */
export async function recalledExpert(storage: Deps['storage'], id: string): Promise<Expert> {
  return demandExpert(await storage.experts.recall(id))
}

function demandExpert(expert: Expert | null): Expert {
  if (!expert) throw new Refused('not_found', { detail: 'There is no such expert.' })
  return expert
}

/** Who is not listed does not exist for strangers: neither profile and board nor new holds and bookings. */
export function demandListed(expert: Expert | null): Expert {
  if (!expert?.listed) {
    throw new Refused('not_found', { detail: 'There is no expert of this name.' })
  }
  return expert
}
