import { fileURLToPath } from 'node:url'
import type { OpenOptions, Storage } from './port/storage.ts'
import { StorageUnavailable } from './port/storage-unavailable.ts'

/**
 * `file:…` is SQLite (`file::memory:` a store that ends with the process), `mongodb:…` MongoDB. An engine is loaded
 * only when asked for.
 */
export async function openStorage(
  databaseUrl: string,
  options: OpenOptions = {},
): Promise<Storage> {
  if (databaseUrl.startsWith('file:')) {
    const { openSqliteStorage } = await import('./sqlite/storage.ts')
    return openSqliteStorage(fileOf(databaseUrl))
  }
  if (/^mongodb(\+srv)?:/.test(databaseUrl)) {
    const { openMongoStorage } = await import('./mongo/storage.ts')
    return openMongoStorage(databaseUrl, options)
  }
  throw new StorageUnavailable('DATABASE_URL begins with file: or mongodb:')
}

/** The path in a `file:` address: `file:./data/app.db`, `file:/srv/app.db` or `file:///srv/app.db`. */
export function fileOf(databaseUrl: string): string {
  const path = databaseUrl.startsWith('file://')
    ? fileURLToPath(databaseUrl)
    : databaseUrl.slice('file:'.length)
  if (path === '') throw new StorageUnavailable('DATABASE_URL names no file after file:')
  return path
}
