import { describe, expect, it } from 'vitest'
import type { BookedRecord } from '../../../src/domain/bookings/booking.ts'
import {
  cancel,
  eraseCustomer,
  readdress,
  withoutCustomer,
} from '../../../src/domain/bookings/transitions.ts'
import { aBooking, later, quarterAt } from '../../storage/fixtures.ts'

const booking: BookedRecord = aBooking({
  version: 3,
  tokenVersion: 2,
  customer: { name: 'Grace Hopper', email: 'grace@example.org', phone: '+1 202 555 0101' },
  topic: 'Compilers',
})
const cancelled = cancel(booking, 'I am ill', later(quarterAt(0), -60))

describe('a customer', () => {
  it('with another address keeps the rest, and links made before are dead', () => {
    const { version, tokenVersion, customer, ...rest } = readdress(booking, 'hopper@example.org')
    expect([version, tokenVersion]).toEqual([4, 3])
    expect(customer).toEqual({ ...booking.customer, email: 'hopper@example.org' })
    expect({ ...booking, ...rest }).toEqual(booking)
    expect(readdress(cancelled, 'hopper@example.org').state).toBe('cancelled')
  })

  it.each([booking, cancelled])(
    'who is erased leaves when it was and what it cost: $state',
    (record) => {
      const email = 'erased-1@erased.invalid'
      const erased = eraseCustomer(record, email)
      expect(erased).toMatchObject({
        state: record.state,
        version: record.version + 1,
        tokenVersion: 3,
        customer: { name: 'Erased', email },
        startsAt: record.startsAt,
        hourlyRate: record.hourlyRate,
      })
      expect(Object.keys(erased)).not.toContain('topic')
      expect(Object.keys(erased.customer)).toEqual(['name', 'email'])
      expect(JSON.stringify(erased)).not.toMatch(/grace|hopper|compilers|555|ill/i)
    },
  )

  it('leaves what was answered at its version', () => {
    const { version, tokenVersion } = withoutCustomer(cancelled, 'erased-1@erased.invalid')
    expect([version, tokenVersion]).toEqual([4, 2])
  })
})
