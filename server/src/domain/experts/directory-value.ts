import type { DirectorySort } from '@expertconnect/contract/experts/shapes'
import type { Expert } from './expert.ts'

/** What the directory is sorted by: milliseconds of the next free start or null, stars, or minor units. */
export function directoryValue(expert: Expert, sort: DirectorySort): number | null {
  if (sort === 'soonest') return expert.nextFreeAt
  return sort === 'rating' ? expert.rating.average : expert.hourlyRate
}
