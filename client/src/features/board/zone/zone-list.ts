import { cityOf } from '@expertconnect/contract/zone-city'
import { detectedZone } from '../../../lib/time/of-browser.ts'
import { offsetLabel, offsetMinutes } from '../../../lib/time/zone.ts'
import { usualZones, zoneNames, type ZoneNames } from './zone-names.ts'

export interface ZoneChoice {
  readonly zone: string
  readonly city: string
  /** `India`; nothing for UTC. */
  readonly country: string
  /** `India · India Time`; where another city was searched for, that city too. */
  readonly place: string
  readonly offset: string
  readonly minutes: number
  readonly names: ZoneNames
  readonly search: string
}

/**
 * Every clock of the world, once a country: the browser's own first, then those of its country, then whoever's clock
 * stands nearest. `chosen` keeps the name that it has, though the database would give another.
 */
export function listZones(now: number, chosen = detectedZone()): ZoneChoice[] {
  const detected = detectedZone()
  const listed = zoneNames()
  for (const zone of new Set([detected, chosen]))
    if (!listed.some(({ zones }) => zones.includes(zone))) listed.push(unlisted(zone))
  const choices = listed.flatMap((names) => {
    const zone = [chosen, detected].find((own) => names.zones.includes(own))
    const known = zone ?? names.zones.find(isKnown)
    return known === undefined ? [] : [describe(known, names, now)]
  })
  const here = choices.find(({ names }) => names.zones.includes(detected))
  if (here === undefined) return choices
  const distance = (choice: ZoneChoice) => {
    if (choice === here) return -2
    if (choice.country !== '' && choice.country === here.country) return -1
    return Math.abs(choice.minutes - here.minutes)
  }
  return choices.toSorted((a, b) => distance(a) - distance(b) || a.city.localeCompare(b.city))
}

function unlisted(zone: string): ZoneNames {
  return { zones: [zone], country: '', name: '', abbreviations: [], cities: [] }
}

/** Browsers older than a zone's name refuse it, but know it by an older one. */
function isKnown(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

function describe(zone: string, names: ZoneNames, now: number): ZoneChoice {
  const city = cityOf(zone)
  const offset = offsetLabel(zone, now)
  const ascii = offset.replace('−', '-')
  return {
    zone,
    city,
    country: names.country,
    place: placeOf(names.country, names.name),
    offset,
    minutes: offsetMinutes(zone, now),
    names,
    search: plain(
      [
        city,
        names.country,
        names.name,
        ...names.abbreviations,
        ...names.cities,
        ...names.zones,
        ascii,
        ascii.replace('GMT', 'UTC'),
      ].join(' '),
    ),
  }
}

function placeOf(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}

/**
 * Every word that is typed begins a word of the city, the country or a name of the zone, whatever case and accents. First
 * comes what people usually mean by an abbreviation, then cities, then countries.
 */
export function searchZones(zones: readonly ZoneChoice[], typed: string): ZoneChoice[] {
  const phrase = plain(typed).trim()
  if (phrase === '') return [...zones]
  const words = phrase.split(/\s+/)
  const usual = usualZones[phrase]
  return zones
    .filter(
      ({ search, names }) =>
        (usual !== undefined && names.zones.includes(usual)) ||
        words.every((word) => ` ${search}`.includes(` ${word}`)),
    )
    .map((choice) => ({ choice, rank: rankOf(choice, phrase, usual) }))
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ choice }) => withCity(choice, phrase))
}

function rankOf({ city, country, names }: ZoneChoice, phrase: string, usual?: string): number {
  if (usual !== undefined && names.zones.includes(usual)) return 0
  if (names.abbreviations.some((name) => plain(name) === phrase)) return 1
  if ([city, ...names.cities].some((name) => plain(name) === phrase)) return 2
  if (plain(country) === phrase) return 3
  if (plain(city).startsWith(phrase)) return 4
  if (names.cities.some((name) => plain(name).startsWith(phrase))) return 5
  return plain(country).startsWith(phrase) ? 6 : 7
}

function withCity(choice: ZoneChoice, phrase: string): ZoneChoice {
  if (plain(choice.city).startsWith(phrase)) return choice
  const found = choice.names.cities.find((name) => plain(name).startsWith(phrase))
  return found === undefined ? choice : { ...choice, place: placeOf(choice.place, found) }
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/['’.]/g, '')
    .replaceAll(/[/·,_]/g, ' ')
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .toLowerCase()
}
