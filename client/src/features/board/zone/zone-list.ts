import { cityOf } from '@expertconnect/contract/zone-city'
import { detectedZone } from '../../../lib/time/of-browser.ts'
import { locale } from '../../../lib/time/time.ts'
import { offsetLabel, offsetMinutes } from '../../../lib/time/zone.ts'

export interface ZoneChoice {
  readonly zone: string
  readonly city: string
  /** `Asia`, and the zone's common name: `Nepal Time`. */
  readonly place: string
  readonly offset: string
  readonly minutes: number
  readonly search: string
}

/** Every zone that the browser knows: the detected one first, then by city. */
export function listZones(now: number): ZoneChoice[] {
  const detected = detectedZone()
  const names = new Set([detected, 'UTC', ...Intl.supportedValuesOf('timeZone')])
  return [...names]
    .filter((zone) => zone === 'UTC' || zone === detected || !zone.startsWith('Etc/'))
    .map((zone) => describe(zone, now))
    .toSorted((a, b) => {
      if (a.zone === detected || b.zone === detected) return a.zone === detected ? -1 : 1
      return a.city.localeCompare(b.city)
    })
}

function describe(zone: string, now: number): ZoneChoice {
  const city = cityOf(zone)
  const region = zone.includes('/') ? zone.slice(0, zone.indexOf('/')).replaceAll('_', ' ') : ''
  const name = commonName(zone, now)
  const offset = offsetLabel(zone, now)
  return {
    zone,
    city,
    place: [region, name].filter((part) => part !== '').join(' · '),
    offset,
    minutes: offsetMinutes(zone, now),
    search: plain([city, zone.replaceAll('_', ' '), name, offset.replace('−', '-')].join(' ')),
  }
}

/** `Central European Time`: what people call it who know no city of the list. */
function commonName(zone: string, now: number): string {
  const parts = new Intl.DateTimeFormat(locale(), {
    timeZone: zone,
    timeZoneName: 'longGeneric',
  }).formatToParts(now)
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
}

/** Every word that is typed begins a word of the city, the zone or its name, whatever case and accents. */
export function searchZones(zones: readonly ZoneChoice[], typed: string): ZoneChoice[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  return zones.filter(({ search }) => words.every((word) => ` ${search}`.includes(` ${word}`)))
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[/·,]/g, ' ').toLowerCase()
}
