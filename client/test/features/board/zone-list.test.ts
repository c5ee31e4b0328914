import { beforeEach, describe, expect, it, vi } from 'vitest'
import { listZones, searchZones } from '../../../src/features/board/zone/zone-list.ts'

const now = Date.parse('2026-11-25T09:00:00Z')

beforeEach(() => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
})

describe('the list of zones', () => {
  it('begins with the one that the browser is in, and has each once', () => {
    const zones = listZones(now)
    expect(zones[0]?.city).toBe('Kathmandu')
    expect(zones[0]?.offset).toBe('GMT+5:45')
    expect(new Set(zones.map(({ zone }) => zone)).size).toBe(zones.length)
    expect(zones.length).toBeGreaterThan(300)
  })

  it('is searched by the beginnings of words of city, zone and common name, without accents', () => {
    const found = (typed: string) => searchZones(listZones(now), typed).map(({ city }) => city)
    expect(found('são pau')).toEqual(['São Paulo'])
    expect(found('sao pau')).toEqual(['São Paulo'])
    expect(found('buenos')).toContain('Buenos Aires')
    expect(found('gmt+5:45')).toContain('Kathmandu')
    expect(found('nowhere at all')).toEqual([])
  })

  it('is found by abbreviations, countries and large cities, what people usually mean first', () => {
    const first = (typed: string) => searchZones(listZones(now), typed)[0]?.city
    const wanted = {
      PST: 'Los Angeles',
      pdt: 'Los Angeles',
      PT: 'Los Angeles',
      'San Francisco': 'Los Angeles',
      seattle: 'Los Angeles',
      EST: 'New York',
      Boston: 'New York',
      cst: 'Chicago',
      India: 'Kolkata',
      Mumbai: 'Kolkata',
      Bombay: 'Kolkata',
      IST: 'Kolkata',
      BST: 'London',
      Scotland: 'London',
      'united k': 'London',
      UTC: 'UTC',
      GMT: 'UTC',
      CET: 'Berlin',
      münchen: 'Berlin',
      lodz: 'Warsaw',
      China: 'Shanghai',
      beijing: 'Shanghai',
      AEST: 'Sydney',
      Spain: 'Madrid',
      usa: 'New York',
      uk: 'London',
      Hanoi: 'Ho Chi Minh City',
      Turkey: 'Istanbul',
      Kiev: 'Kyiv',
      "St John's": 'St Johns',
    }
    expect(Object.fromEntries(Object.keys(wanted).map((typed) => [typed, first(typed)]))).toEqual(
      wanted,
    )
  })

  it('says which city was found where the zone is named after another', () => {
    expect(searchZones(listZones(now), 'san fr')[0]?.place).toBe(
      'United States · Pacific Time · San Francisco',
    )
  })

  it('begins near, not with Abidjan', () => {
    const cities = listZones(now).map(({ city }) => city)
    expect(cities.indexOf('Kolkata')).toBeLessThan(12)
    expect(cities.indexOf('Kolkata')).toBeLessThan(cities.indexOf('Abidjan'))
  })

  it('keeps a zone under the name that somebody has, once', () => {
    const zones = listZones(now, 'Asia/Calcutta').map(({ zone }) => zone)
    expect(zones).toContain('Asia/Calcutta')
    expect(zones).not.toContain('Asia/Kolkata')
    expect(listZones(now, 'Etc/GMT+5').map(({ zone }) => zone)).toContain('Etc/GMT+5')
  })
})
