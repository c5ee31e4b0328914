import type { MoreTime } from '@expertconnect/contract/calls/more-time'
import type { Problem } from '@expertconnect/contract/problem'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { MoreTimePart } from '../../../src/features/booking/actions/more-time-part.tsx'
import type { Change } from '../../../src/features/booking/change/use-change-booking.ts'
import { changeTimeSettings } from '../../../src/lib/time/settings.ts'
import { unreachable } from '../../../src/server/api/problem.ts'
import { Announcer } from '../../../src/ui/feedback/announcer.tsx'
import { sampleBooking } from './sample.ts'

const question: MoreTime = {
  minutes: 15,
  endsAt: '2030-11-25T10:15:00Z',
  price: { amount: 4500, currency: 'USD' },
  total: { amount: 22_500, currency: 'USD' },
  allowed: ['offer'],
}

beforeEach(() => changeTimeSettings({ zone: 'UTC', clock: '24' }))

function show(more: Partial<MoreTime> | null, viewer: 'customer' | 'expert' = 'customer') {
  const onChange = vi.fn<(change: Change) => Promise<Problem | null>>().mockResolvedValue(null)
  const booking = sampleBooking(more === null ? {} : { moreTime: { ...question, ...more } })
  render(
    <>
      <MoreTimePart booking={booking} zone="UTC" viewer={viewer} onChange={onChange} />
      <Announcer />
    </>,
  )
  return { onChange, user: userEvent.setup() }
}
const button = (name: string) => screen.getByRole('button', { name })

describe('more time on the page of a booking', () => {
  it('is offered by the expert, until when and for how much', async () => {
    const { user, onChange } = show({}, 'expert')
    expect(screen.getByText('Until 10:15, for $45.')).toBeTruthy()
    await user.click(button('Offer 15 more minutes'))
    expect(onChange).toHaveBeenCalledWith({ moreTime: 'offer' })
  })

  it('is agreed to by one press, and what came of it is said', async () => {
    const { user, onChange } = show({ offeredBy: 'expert', allowed: ['accept', 'drop'] })
    expect(screen.getByText(/offers 15 more minutes$/)).toBeTruthy()
    await user.click(button('Agree to $45'))
    expect(onChange).toHaveBeenCalledWith({ moreTime: 'accept' })
    const told = 'Agreed: the session ends at 10:15 now, and costs $225 in all.'
    await waitFor(() => expect(screen.getAllByText(told).length).toBeGreaterThan(0))
    await user.click(button('No, thanks'))
    expect(onChange).toHaveBeenLastCalledWith({ moreTime: 'drop' })
  })

  it('that is refused says why beside it, and can be tried again', async () => {
    const { user, onChange } = show({ offeredBy: 'expert', allowed: ['accept', 'drop'] })
    onChange.mockResolvedValueOnce({ ...unreachable, title: 'Just taken', detail: 'It is gone.' })
    await user.click(button('Agree to $45'))
    expect((await screen.findByRole('alert')).textContent).toContain('Just taken')
    expect(button('Agree to $45')).toBeTruthy()
  })

  it('that one asked for can be taken back, and what is lost is given up', async () => {
    const own = show({ offeredBy: 'customer', allowed: ['drop'] })
    expect(screen.getByText('You asked for 15 more minutes')).toBeTruthy()
    await own.user.click(button('Take it back'))
    expect(own.onChange).toHaveBeenCalledWith({ moreTime: 'drop' })
    const lost = show({ offeredBy: 'customer', obstacle: 'taken', allowed: ['drop'] })
    expect(screen.getByText('Somebody was faster')).toBeTruthy()
    await lost.user.click(button('All right'))
    expect(lost.onChange).toHaveBeenCalledWith({ moreTime: 'drop' })
  })

  it('is nothing where it is no question', () => {
    show(null)
    show({ obstacle: 'taken', allowed: [] })
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(screen.queryByText(/more minutes/)).toBeNull()
  })
})
