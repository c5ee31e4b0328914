import { expect, it } from 'vitest'
import { sumOf } from '../../../src/features/numbers/measures.ts'
import { numbersFile } from '../../../src/features/numbers/numbers-file.ts'

const periods = [
  {
    from: '2027-01-04',
    startsAt: '2027-01-04T00:00:00Z',
    endsAt: '2027-01-11T00:00:00Z',
    held: 3,
    missed: 1,
    cancelled: 2,
    minutes: 105,
    earnings: { amount: 31_550, currency: 'USD' },
    rating: { average: 4.67, count: 3 },
  },
  {
    from: '2027-01-11',
    startsAt: '2027-01-11T00:00:00Z',
    endsAt: '2027-01-18T00:00:00Z',
    held: 0,
    missed: 0,
    cancelled: 0,
    minutes: 0,
    earnings: { amount: 0, currency: 'USD' },
    rating: { average: 0, count: 0 },
  },
]

it('is a file that programs of tables read: numbers as they are, nothing where there is no rating', () => {
  expect(numbersFile(periods)).toBe(
    'from,held,missed,cancelled,hours,earnings,currency,average rating,reviews\r\n' +
      '2027-01-04,3,1,2,1.75,315.50,USD,4.67,3\r\n' +
      '2027-01-11,0,0,0,0,0,USD,,0\r\n',
  )
})

it('is summed over all of the time', () => {
  const sum = { held: 3, missed: 1, cancelled: 2, minutes: 105, earned: 31_550 }
  expect(sumOf(periods)).toEqual(sum)
})
