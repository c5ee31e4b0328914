import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStorage } from '../../../src/storage/open.ts'
import { openDatabase } from '../../../src/storage/sqlite/engine/driver.ts'
import type { OpenedStore, OwnedCell } from '../store.ts'

export interface TemporaryFolder {
  readonly path: string
  remove(): void
}

export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'ec-storage-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export async function openSqliteFile(): Promise<OpenedStore> {
  const folder = temporaryFolder()
  const file = join(folder.path, 'store.db')
  const storage = await openStorage(`file:${file}`)
  return {
    storage,
    async reopen() {
      await storage.close()
      return openStorage(`file:${file}`)
    },
    ownedCells: () => readCells(file),
    dispose: async () => folder.remove(),
  }
}

export async function openSqliteInMemory(): Promise<OpenedStore> {
  return { storage: await openStorage('file::memory:'), dispose: async () => {} }
}

/** Through a second connection, as a backup would read them. */
export async function readCells(file: string): Promise<OwnedCell[]> {
  const beside = await openDatabase(file, { readOnly: true })
  const rows = beside
    .prepare<OwnedCell>(
      'SELECT expert_id AS expertId, cell, record_id AS recordId FROM cell ORDER BY expert_id, cell',
    )
    .all()
  beside.close()
  return rows.map(({ expertId, cell, recordId }) => ({ expertId, cell, recordId }))
}

export async function integrityOf(file: string): Promise<string | undefined> {
  const beside = await openDatabase(file, { readOnly: true })
  const found = beside.prepare<{ integrity_check: string }>('PRAGMA integrity_check').get()
  beside.close()
  return found?.integrity_check
}
