import { useCallback, useMemo } from 'react'
import { type Remembered, remembered, useRemembered } from '../../lib/browser/remembered.ts'

/*
 * What was changed on a page and is not saved yet. It outlives leaving the page and a reload of the tab, and it holds
 * only the parts that differ: where something else was changed elsewhere meanwhile, that shows as it is now.
 */
interface Stored {
  readonly parts: Readonly<Record<string, unknown>>
  /** The saved state that it was typed over. */
  readonly base: string
}

const known = new Map<string, Remembered<Stored | null>>()

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
  const kept = changesOf(name)
  const stored = useRemembered(kept)
  const now = JSON.stringify(saved)
  const parts = useMemo(() => (stored?.parts ?? {}) as Partial<T>, [stored])
  const change = useCallback(
    (part: Partial<T>) => {
      const before = kept.read()
      const next = differing({ ...before?.parts, ...part }, JSON.parse(now))
      kept.write(Object.keys(next).length > 0 ? { parts: next, base: before?.base ?? now } : null)
    },
    [kept, now],
  )
  return {
    // The same object for as long as nothing changes: what was said of it holds that long.
    shown: useMemo(() => ({ ...(JSON.parse(now) as T), ...parts }), [now, parts]),
    parts,
    isDirty: stored !== null,
    elsewhere: stored !== null && stored.base !== now,
    change,
    drop: useCallback(() => kept.write(null), [kept]),
  }
}

export function useIsUnsaved(name: string): boolean {
  return useRemembered(changesOf(name)) !== null
}

function differing(parts: object, saved: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(
    Object.entries(parts).filter(
      ([key, value]) => JSON.stringify(value) !== JSON.stringify(saved[key]),
    ),
  )
}

function changesOf(name: string): Remembered<Stored | null> {
  const there = known.get(name)
  if (there) return there
  const made = remembered({
    on: 'tab',
    key: `ec.desk.${name}`,
    shape: (found) => (isStored(found) ? found : null),
  })
  known.set(name, made)
  return made
}

function isStored(value: unknown): value is Stored {
  if (typeof value !== 'object' || value === null) return false
  if (!('parts' in value) || !('base' in value)) return false
  return typeof value.parts === 'object' && value.parts !== null && typeof value.base === 'string'
}
