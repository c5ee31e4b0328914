import { remembered, useRemembered } from '../browser/remembered.ts'
import { isZone } from './of-browser.ts'

/** What the person chose for reading times; unset means: as the browser says. Remembered on this device. */
export interface TimeSettings {
  readonly zone?: string | undefined
  readonly clock?: '12' | '24' | undefined
}

const settings = remembered<TimeSettings>({
  on: 'device',
  key: 'ec.time',
  shape(found) {
    if (typeof found !== 'object' || found === null) return {}
    const { zone, clock } = found as Record<string, unknown>
    return {
      ...(typeof zone === 'string' && isZone(zone) && { zone }),
      ...((clock === '12' || clock === '24') && { clock }),
    }
  },
})

export function timeSettings(): TimeSettings {
  return settings.read()
}

export function changeTimeSettings(change: TimeSettings): void {
  settings.write({ ...timeSettings(), ...change })
}

/** Renders again when the zone or the clock is changed anywhere on the page, or in another tab. */
export function useTimeSettings(): TimeSettings {
  return useRemembered(settings)
}
