import type { MoreTime, MoreTimeStep } from '@expertconnect/contract/calls/more-time'
import { screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { RoomMoreTime } from '../../../../src/features/call/room/state/room-more-time.ts'
import { unreachable } from '../../../../src/server/api/problem.ts'
import { begin, button, showRoom } from './show-room.tsx'

beforeEach(begin)

const question: MoreTime = {
  minutes: 15,
  endsAt: '2030-11-25T10:15:00Z',
  price: { amount: 4500, currency: 'USD' },
  total: { amount: 22_500, currency: 'USD' },
  allowed: ['offer'],
}
const almostOver = '2030-11-25T09:56:00Z'

function show(
  asked: Partial<MoreTime> | null,
  {
    role = 'customer',
    now = '2030-11-25T09:20:00Z',
    ...more
  }: Partial<RoomMoreTime> & { role?: 'customer' | 'expert'; now?: string } = {},
) {
  const send = vi.fn<(step: MoreTimeStep) => void>()
  const dismiss = vi.fn<() => void>()
  const putOff = vi.fn<() => void>()
  const moreTime: RoomMoreTime = {
    question: asked === null ? undefined : { ...question, ...asked },
    busy: null,
    problem: null,
    news: null,
    isPutOff: false,
    putOff,
    send,
    dismiss,
    ...more,
  }
  return { ...showRoom({ moreTime, facts: { role }, now }), send, dismiss, putOff }
}

const offer = () => screen.queryByRole('group', { name: 'More time' })

describe('more time in the room', () => {
  it('that the other side offers says until when and for how much, and is agreed to by one press', async () => {
    const { user, send } = show({ offeredBy: 'expert', allowed: ['accept', 'drop'] })
    expect(offer()?.textContent).toMatch(
      /^Asha Rai offers 15 more minutes, until 10:15, for \$45\. The whole session is then \$225\./,
    )
    // It is said aloud, and takes the focus from nothing.
    expect(offer()?.closest('[role=status]')).not.toBeNull()
    await user.click(button('Agree to $45'))
    await user.click(button('No, thanks'))
    expect(send.mock.calls).toEqual([['accept'], ['drop']])
  })

  it('that costs nothing says so', () => {
    const price = { amount: 0, currency: 'USD' }
    show({ offeredBy: 'expert', price, total: price, allowed: ['accept', 'drop'] })
    expect(offer()?.textContent).toContain('until 10:15, at no charge.')
    expect(button('Agree')).toBeTruthy()
  })

  it('that one offered oneself can be taken back', async () => {
    const asked = { offeredBy: 'expert', allowed: ['drop'] } as const
    const { user, send } = show({ ...asked, allowed: [...asked.allowed] }, { role: 'expert' })
    expect(offer()?.textContent).toContain('You offered 15 more minutes, until 10:15, for $45.')
    await user.click(button('Take it back'))
    expect(send).toHaveBeenCalledWith('drop')
  })

  it('is offered from the menu at any time, by its price', async () => {
    const { user, send } = show({})
    expect(offer()).toBeNull()
    await user.click(button('More'))
    await user.click(screen.getByRole('menuitem', { name: /^Ask for 15 more minutes/ }))
    expect(send).toHaveBeenCalledWith('offer')
  })

  it('is thought of when five minutes are left, until one says not now', async () => {
    const { user, send, putOff, unmount } = show({}, { role: 'expert', now: almostOver })
    expect(offer()?.textContent).toContain('You can go on until 10:15, for $45.')
    await user.click(button('Offer 15 more minutes'))
    expect(send).toHaveBeenCalledWith('offer')
    await user.click(button('Not now'))
    expect(putOff).toHaveBeenCalled()
    unmount()
    show({}, { role: 'expert', now: almostOver, isPutOff: true })
    expect(offer()).toBeNull()
  })

  it('beyond the hours says that to the expert alone', () => {
    const beyond = { obstacle: 'outside_hours' } as const
    const { unmount } = show(beyond, { role: 'expert', now: almostOver })
    expect(offer()?.textContent).toContain('This is beyond your hours.')
    unmount()
    show({ ...beyond, offeredBy: 'expert', allowed: ['accept', 'drop'] })
    expect(offer()?.textContent).not.toContain('hours')
  })

  it('is no question where nobody may offer any', async () => {
    const { user } = show({ obstacle: 'taken', allowed: [] }, { now: almostOver })
    expect(offer()).toBeNull()
    await user.click(button('More'))
    expect(screen.queryByRole('menuitem', { name: /more minutes/ })).toBeNull()
  })

  it('that somebody else has by now says so kindly, to both', async () => {
    const lost = { obstacle: 'taken', offeredBy: 'expert', allowed: ['drop'] } as const
    const { user, send } = show({ ...lost, allowed: [...lost.allowed] })
    expect(offer()?.textContent).toContain(
      'Somebody was faster. The time after this session has just been booked by somebody else. It ends at 10:00, as it was booked.',
    )
    expect(screen.queryByRole('button', { name: /^Agree/ })).toBeNull()
    await user.click(button('All right'))
    expect(send).toHaveBeenCalledWith('drop')
  })

  it('says what became of it, until that was read', async () => {
    const { user, dismiss, unmount } = show({}, { news: 'kept' })
    expect(screen.getByText('Asha Rai keeps to the time: the session ends at 10:00.')).toBeTruthy()
    await user.click(button('Dismiss'))
    expect(dismiss).toHaveBeenCalled()
    unmount()
    show({}, { news: 'longer' })
    expect(screen.getByText('The session is longer now: it ends at 10:00.')).toBeTruthy()
  })

  it('says why it did not work', () => {
    const problem = { ...unreachable, code: 'slot_taken', detail: 'Somebody was there' } as const
    show({}, { problem })
    expect(screen.getByRole('alert').textContent).toBe('Somebody was there')
  })
})
