import type { Expert } from '@expertconnect/contract/experts/shapes'

/**
 * Searches worth suggesting: skills of the experts who are free first, one of each in turn, so that every suggestion
 * leads to somebody who has time.
 */
export function intents(experts: readonly Expert[]): string[] {
  const found = new Set<string>()
  for (const rank of [0, 1]) {
    for (const { skills } of experts) {
      const skill = skills[rank]
      if (skill !== undefined && skill.length <= 24) found.add(skill)
    }
  }
  return [...found].slice(0, 4)
}
