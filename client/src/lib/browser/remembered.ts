import { useSyncExternalStore } from 'react'

/** Where the change was made: `elsewhere` is another tab of this browser. */
export type ChangedWhere = 'here' | 'elsewhere'

/** A value that the browser keeps under a key. */
export interface Remembered<T> {
  /** The same object for as long as nothing else is kept. */
  readonly read: () => T
  /** `null` forgets it. */
  readonly write: (next: T | null) => void
  readonly subscribe: (listener: (where: ChangedWhere) => void) => () => void
}

interface Place<T> {
  /** The device keeps it for every tab, the tab until it is closed. */
  readonly on: 'device' | 'tab'
  readonly key: string
  /** Kept as it is, and not as JSON. */
  readonly plain?: boolean
  /** Makes a value of what was found, which is `undefined` where nothing was or nothing that can be read. */
  readonly shape: (found: unknown) => T
}

/**
 * Keeps a value in the browser's storage. It never throws: where storage is forbidden or full, the value lives as long
 * as the page.
 */
export function remembered<T>({ on, key, plain = false, shape }: Place<T>): Remembered<T> {
  const listeners = new Set<(where: ChangedWhere) => void>()
  const storage = () => (on === 'device' ? localStorage : sessionStorage)
  /** What could not be stored. */
  let unstored: string | null | undefined
  let known: { readonly text: string | null; readonly value: T } | undefined

  function text(): string | null {
    if (unstored !== undefined) return unstored
    try {
      return storage().getItem(key)
    } catch {
      return null
    }
  }

  function read(): T {
    const now = text()
    if (known?.text !== now)
      known = { text: now, value: shape(plain ? (now ?? undefined) : parse(now)) }
    return known.value
  }

  function write(next: T | null): void {
    const kept = next === null ? null : plain ? String(next) : JSON.stringify(next)
    try {
      if (kept === null) storage().removeItem(key)
      else storage().setItem(key, kept)
      unstored = undefined
    } catch {
      unstored = kept
    }
    for (const listener of listeners) listener('here')
  }

  function subscribe(listener: (where: ChangedWhere) => void): () => void {
    const hear = (event: StorageEvent) => {
      if (event.key !== key && event.key !== null) return
      unstored = undefined
      listener('elsewhere')
    }
    listeners.add(listener)
    if (on === 'device') addEventListener('storage', hear)
    return () => {
      listeners.delete(listener)
      removeEventListener('storage', hear)
    }
  }

  return { read, write, subscribe }
}

/** Whether this browser keeps nothing for this site beyond the page. */
export function isStorageBlocked(): boolean {
  const probe = 'ec.probe'
  try {
    localStorage.setItem(probe, '1')
    localStorage.removeItem(probe)
    return false
  } catch {
    return true
  }
}

/** Renders again when the value changes, also in another tab. */
export function useRemembered<T>({ read, subscribe }: Remembered<T>): T {
  return useSyncExternalStore(subscribe, read)
}

/** The texts among the parts of what was found, by their names; for the shape of a draft. */
export function textsIn<F extends string>(found: unknown, fields: readonly F[]) {
  const texts: Partial<Record<F, string>> = {}
  if (typeof found !== 'object' || found === null) return texts
  const parts = found as Readonly<Record<string, unknown>>
  for (const field of fields) {
    const part = parts[field]
    if (typeof part === 'string') texts[field] = part
  }
  return texts
}

function parse(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
