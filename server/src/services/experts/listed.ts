import type { Expert } from '../../domain/experts/expert.ts'
import { Refused } from '../../base/problem.ts'

/** Who is not listed does not exist for strangers: neither profile and board nor new holds and bookings. */
export function demandListed(expert: Expert | null): Expert {
  if (!expert?.listed) {
    throw new Refused('not_found', { detail: 'There is no expert of this name.' })
  }
  return expert
}
