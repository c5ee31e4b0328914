import type { InstallationStorage } from '../../port/installation.ts'
import type { Database } from '../engine/driver.ts'
import { done, type Write } from '../engine/write-queue.ts'

export function createInstallation(db: Database, write: Write): InstallationStorage {
  const keep = db.prepare('INSERT OR IGNORE INTO installation (id, value) VALUES (?, ?)')
  const read = db.prepare<{ value: string }>('SELECT value FROM installation WHERE id = ?')

  return {
    calendarDomain: (wanted) =>
      write(() => {
        keep.run('calendarDomain', wanted)
        return done(read.get('calendarDomain')?.value ?? wanted)
      }),
  }
}
