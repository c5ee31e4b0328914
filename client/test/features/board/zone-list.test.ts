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
    expect(found('india')).toContain('Kolkata')
    expect(found('gmt+5:45')).toContain('Kathmandu')
    expect(found('nowhere at all')).toEqual([])
  })
})
