import { afterEach, describe, expect, it, vi } from 'vitest'
import { typedDate } from '../../../src/lib/time/typed-date.ts'

const today = '2026-11-29'

afterEach(() => vi.restoreAllMocks())

function as(language: string) {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(language)
}

describe('a date that is typed', () => {
  it.each([
    ['2026-12-01', '2026-12-01'],
    ['1 Dec 2026', '2026-12-01'],
    ['1 december', '2026-12-01'],
    ['Dec 1, 2027', '2027-12-01'],
    ['1st Dec', '2026-12-01'],
    ['Tue 1 Dec', '2026-12-01'],
    ['today', today],
    ['Tomorrow', '2026-11-30'],
    // Those of this year are over.
    ['3 Mar', '2027-03-03'],
    ['29 feb', '2028-02-29'],
  ])('%s is read', (text, date) => {
    expect(typedDate(text, today)).toBe(date)
  })

  it('has its numbers in the order of the region', () => {
    as('en-GB')
    expect(typedDate('1/12/2026', today)).toBe('2026-12-01')
    expect(typedDate('1.12.', today)).toBe('2026-12-01')
    as('en-US')
    expect(typedDate('12/1/26', today)).toBe('2026-12-01')
    as('de-DE')
    expect(typedDate('1.12.26', today)).toBe('2026-12-01')
  })

  it.each(['', 'soon', '31 feb 2027', '2026-13-01', '1', '1 2 3 4', '99/99/2026', '1 Dec 2026 12'])(
    'is none: “%s”',
    (text) => {
      expect(typedDate(text, today)).toBeNull()
    },
  )
})
