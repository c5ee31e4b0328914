import { expect, test } from 'vitest'
import { datesBetween, staysFrom, withDates } from '../../../src/features/hours/draft/exceptions.ts'

const off = (date: string) => ({ date, hours: [] })

test('a range takes the place of what was there, in order', () => {
  const before = [
    off('2030-12-24'),
    { date: '2030-12-25', hours: [{ from: '09:00', to: '10:00' }] },
  ]
  const dates = datesBetween('2030-12-23', '2030-12-25')
  expect(withDates(before, dates, [])).toEqual(dates.map(off))
  expect(withDates(before, dates, null)).toEqual([])
})

test('successive equal dates are one line; what has passed is none', () => {
  const exceptions = [
    off('2030-11-01'),
    off('2030-12-30'),
    off('2030-12-31'),
    off('2031-01-01'),
    { date: '2031-01-02', hours: [{ from: '09:00', to: '10:00' }] },
    off('2031-01-04'),
  ]
  expect(staysFrom(exceptions, '2030-12-01').map(({ from, to }) => [from, to])).toEqual([
    ['2030-12-30', '2031-01-01'],
    ['2031-01-02', '2031-01-02'],
    ['2031-01-04', '2031-01-04'],
  ])
})

test('a range that ends before it begins has no dates', () => {
  expect(datesBetween('2030-12-02', '2030-12-01')).toEqual([])
})
