import type { Database } from './driver.ts'

export interface CacheFreshness {
  /** Names what to clear when the stored content may differ from what is remembered. */
  onStale(clear: () => void): void
  /** To be called before anything remembered is used. */
  check(): void
  drop(): void
}

/**
 * The lock keeps other servers away, but an administrator's command may commit beside us. SQLite numbers such
 * commits (our own are not counted); reading that number costs a microsecond.
 */
export function createCacheFreshness(db: Database): CacheFreshness {
  const foreignCommits = db.prepare<{ data_version: number }>('PRAGMA data_version')
  const clears: (() => void)[] = []
  let seen = foreignCommits.get()?.data_version

  function drop(): void {
    for (const clear of clears) clear()
  }

  function check(): void {
    const current = foreignCommits.get()?.data_version
    if (current === seen) return
    seen = current
    drop()
  }

  return { onStale: (clear) => clears.push(clear), check, drop }
}
