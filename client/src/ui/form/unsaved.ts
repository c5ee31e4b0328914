import { useCallback, useMemo, useSyncExternalStore } from 'react'

/*
 * What was changed on a page and is not saved yet. It outlives leaving the page and a reload of the tab, and it holds
 * only the parts that differ: where something else was changed elsewhere meanwhile, that shows as it is now.
 */
interface Stored {
  readonly parts: Readonly<Record<string, unknown>>
  /** The saved state that it was typed over. */
  readonly base: string
}

const prefix = 'ec.desk.'
const known = new Map<string, Stored | null>()
const listeners = new Set<() => void>()

export interface Unsaved<T> {
  /** The saved state with the changes over it. */
  readonly shown: T
  readonly parts: Partial<T>
  readonly isDirty: boolean
  /** The saved state was changed by somebody else since this was typed. */
  readonly elsewhere: boolean
  readonly change: (part: Partial<T>) => void
  readonly drop: () => void
}

/** Changes of a saved state, kept under a name in this tab. */
export function useUnsaved<T extends object>(name: string, saved: T): Unsaved<T> {
  const stored = useSyncExternalStore(subscribe, () => read(name))
  const now = JSON.stringify(saved)
  const parts = useMemo(() => (stored?.parts ?? {}) as Partial<T>, [stored])
  const change = useCallback(
    (part: Partial<T>) => {
      const before = read(name)
      const next = differing({ ...before?.parts, ...part }, JSON.parse(now))
      write(name, Object.keys(next).length > 0 ? { parts: next, base: before?.base ?? now } : null)
    },
    [name, now],
  )
  return {
    // The same object for as long as nothing changes: what was said of it holds that long.
    shown: useMemo(() => ({ ...(JSON.parse(now) as T), ...parts }), [now, parts]),
    parts,
    isDirty: stored !== null,
    elsewhere: stored !== null && stored.base !== now,
    change,
    drop: useCallback(() => write(name, null), [name]),
  }
}

export function useIsUnsaved(name: string): boolean {
  return useSyncExternalStore(subscribe, () => read(name) !== null)
}

function differing(parts: object, saved: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(parts).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(saved[key]),
    ),
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(name: string): Stored | null {
  const there = known.get(name)
  if (there !== undefined) return there
  const found = load(name)
  known.set(name, found)
  return found
}

function load(name: string): Stored | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(prefix + name) ?? 'null')
    return isStored(stored) ? stored : null
  } catch {
    return null
  }
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null) return false
  if (!('parts' in value) || !('base' in value)) return false
  return typeof value.parts === 'object' && value.parts !== null && typeof value.base === 'string'
}

function write(name: string, next: Stored | null): void {
  known.set(name, next)
  try {
    if (next === null) sessionStorage.removeItem(prefix + name)
    else sessionStorage.setItem(prefix + name, JSON.stringify(next))
  } catch {
    // Storage may be full or forbidden: it then lives as long as the page.
  }
  for (const listener of listeners) listener()
}
