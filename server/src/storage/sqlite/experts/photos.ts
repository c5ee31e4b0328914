import { type Photo, photoIdOf } from '../../../domain/experts/photo.ts'
import type { Database } from '../engine/driver.ts'

export type Photos = ReturnType<typeof createPhotos>

/** What is written here is part of a transaction of the write queue. */
export function createPhotos(db: Database) {
  const byId = db.prepare<{ bytes: Uint8Array }>('SELECT bytes FROM photo WHERE id = ?')
  const insertRow = db.prepare('INSERT OR IGNORE INTO photo (id, bytes) VALUES (?, ?)')
  const anyOf = db.prepare('SELECT 1 FROM expert WHERE photo_url = ? LIMIT 1')
  const deleteRow = db.prepare('DELETE FROM photo WHERE id = ?')

  return {
    find: (id: string): Uint8Array | null => byId.get(id)?.bytes ?? null,

    /** The same picture is stored once. */
    keep({ id, bytes }: Photo): void {
      insertRow.run(id, bytes)
    },

    removeUnlessUsed(url: string | null): void {
      const id = photoIdOf(url)
      if (id !== null && anyOf.get(url) === undefined) deleteRow.run(id)
    },
  }
}
