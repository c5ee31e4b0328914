import type { InstallationStorage } from '../../port/installation.ts'
import { isDuplicate } from '../engine/faults.ts'
import type { Models } from '../engine/models.ts'

export function createInstallation({
  installation,
}: Pick<Models, 'installation'>): InstallationStorage {
  async function calendarDomain(wanted: string): Promise<string> {
    try {
      const kept = await installation
        .findOneAndUpdate(
          { _id: 'calendarDomain' },
          { $setOnInsert: { value: wanted } },
          { upsert: true, returnDocument: 'after' },
        )
        .lean()
      return kept.value
    } catch (error) {
      // Two servers that start at once both try to be first.
      if (isDuplicate(error)) return calendarDomain(wanted)
      throw error
    }
  }

  return { calendarDomain }
}
