import { fileURLToPath } from 'node:url'
import type { Storage } from './port.ts'
import { StorageUnavailable } from './storage-unavailable.ts'

/** `file:…` is SQLite (`file::memory:` a store that ends with the process). An engine is loaded only when asked for. */
export async function openStorage(databaseUrl: string): Promise<Storage> {
  if (databaseUrl.startsWith('file:')) {
    const { openSqliteStorage } = await import('./sqlite/sqlite-storage.ts')
    return openSqliteStorage(fileOf(databaseUrl))
  }
  // The address is not repeated: it may carry a password.
  if (/^mongodb(\+srv)?:/.test(databaseUrl)) {
    throw new StorageUnavailable(
      'MongoDB comes with a later version of ExpertConnect. Set DATABASE_URL to file:…',
    )
  }
  throw new StorageUnavailable('DATABASE_URL must begin with file: as in file:./data/app.db')
}

/** The path in a `file:` address: `file:./data/app.db`, `file:/srv/app.db` or `file:///srv/app.db`. */
export function fileOf(databaseUrl: string): string {
  const path = databaseUrl.startsWith('file://')
    ? fileURLToPath(databaseUrl)
    : databaseUrl.slice('file:'.length)
  if (path === '') throw new StorageUnavailable('DATABASE_URL names no file after file:')
  return path
}
