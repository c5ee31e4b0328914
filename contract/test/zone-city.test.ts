import { expect, it } from 'vitest'
import { cityOf } from '../src/zone-city.ts'

it('calls a zone by its city, under its present name', () => {
  expect(cityOf('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  expect(cityOf('Asia/Calcutta')).toBe('Kolkata')
  expect(cityOf('Europe/Kiev')).toBe('Kyiv')
  expect(cityOf('Etc/UTC')).toBe('UTC')
  expect(cityOf('Etc/GMT+5')).toBe('GMT−5')
})
