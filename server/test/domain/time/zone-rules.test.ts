import { expect, it } from 'vitest'
import { newestZoneRules, zoneRulesOf } from '../../../src/domain/time/zone-rules.ts'

const { version: newestKnown } = newestZoneRules

it.each([
  [newestKnown, false],
  ['2025c', true],
  ['2026e', true],
  ['2026z', false],
  ['2026za', false],
  ['2027a', false],
  ['2099b', false],
  ['', true],
  ['tomorrow', true],
])('rules named %j are old: %s', (version, areOld) => {
  expect(zoneRulesOf(version)).toEqual({ version, newestKnown, areOld })
})

it('rules without a name count as old', () => {
  expect(zoneRulesOf(undefined)).toEqual({ version: 'unknown', newestKnown, areOld: true })
})
