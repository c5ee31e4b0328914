import type { FoundExpert } from '@expertconnect/contract/experts/shapes'
import { isWaking } from '../../lib/time/day-part.ts'

type Free = Pick<FoundExpert, 'freeTimes' | 'nextFreeAt'>

/** The times that a card shows, ascending: those by day on the visitor's clock, or those at night where there are no others. */
export function advertisedTimes(expert: Free, zone: string, now: number, count = 3): string[] {
  const { nextFreeAt } = expert
  const known = expert.freeTimes ?? (nextFreeAt === null ? [] : [nextFreeAt])
  const coming = known.filter((at) => Date.parse(at) > now)
  const byDay = coming.filter((at) => isWaking(at, zone))
  return (byDay.length > 0 ? byDay : coming).slice(0, count)
}

/** In the order of the first time that their cards show; whoever has none comes last. */
export function soonestFirst<T extends Free>(
  experts: readonly T[],
  zone: string,
  now: number,
): T[] {
  return experts
    .map((expert) => {
      const [first] = advertisedTimes(expert, zone, now, 1)
      return { expert, at: first === undefined ? Infinity : Date.parse(first) }
    })
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ expert }) => expert)
}
