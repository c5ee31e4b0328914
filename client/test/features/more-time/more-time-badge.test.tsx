import type { MoreTime } from '@expertconnect/contract/calls/more-time'
import { render } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { MoreTimeBadge } from '../../../src/features/more-time/more-time-badge.tsx'

const question: MoreTime = {
  minutes: 15,
  endsAt: '2030-11-25T10:15:00Z',
  price: { amount: 4500, currency: 'USD' },
  total: { amount: 22_500, currency: 'USD' },
  allowed: [],
}

function textFor(viewer: 'customer' | 'expert', more: Partial<MoreTime> | null): string {
  const booking = more ? { moreTime: { ...question, ...more } } : {}
  return render(<MoreTimeBadge booking={booking} viewer={viewer} />).container.textContent
}

describe('more time in a list', () => {
  it.each([
    ['expert', 'customer', 'Asks for more time'],
    ['customer', 'expert', 'More time is offered'],
    ['expert', 'expert', 'You offered more time'],
    ['customer', 'customer', 'You asked for more time'],
  ] as const)('says to the %s that the %s has asked', (viewer, offeredBy, text) => {
    expect(textFor(viewer, { offeredBy })).toBe(text)
  })

  it('is silent where nothing waits: neither offered, nor to be had any more', () => {
    expect(textFor('expert', null)).toBe('')
    expect(textFor('expert', { allowed: ['offer'] })).toBe('')
    expect(textFor('expert', { offeredBy: 'customer', obstacle: 'taken' })).toBe('')
  })
})
