import { useSyncExternalStore } from 'react'

/** What the person chose for reading times; unset means: as the browser says. Remembered on this device. */
export interface TimeSettings {
  readonly zone?: string | undefined
  readonly clock?: '12' | '24' | undefined
}

const key = 'ec.time'
const listeners = new Set<() => void>()
let current: TimeSettings | undefined

export function timeSettings(): TimeSettings {
  current ??= read()
  return current
}

export function changeTimeSettings(change: TimeSettings): void {
  current = { ...timeSettings(), ...change }
  try {
    localStorage.setItem(key, JSON.stringify(current))
  } catch {
    // Storage may be full or forbidden: the choice then holds until the page is left.
  }
  for (const listener of listeners) listener()
}

/** Renders again when the zone or the clock is changed anywhere on the page. */
export function useTimeSettings(): TimeSettings {
  return useSyncExternalStore(subscribe, timeSettings)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function read(): TimeSettings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}')
    if (typeof stored !== 'object' || stored === null) return {}
    const { zone, clock } = stored as Record<string, unknown>
    return {
      ...(typeof zone === 'string' && exists(zone) && { zone }),
      ...((clock === '12' || clock === '24') && { clock }),
    }
  } catch {
    return {}
  }
}

function exists(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
