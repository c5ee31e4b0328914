import { within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RoomMoreTime } from '../../../../src/features/call/room/state/room-more-time.ts'
import { begin, showRoom } from './show-room.tsx'

beforeEach(begin)

/** A browser that lets a page fill a small window: as much of one as the page asks of it. */
function smallWindow(): HTMLElement {
  const inside = document.implementation.createHTMLDocument()
  Object.defineProperty(inside, 'defaultView', { value: window })
  const made = Object.assign(new EventTarget(), {
    document: inside,
    close: () => made.dispatchEvent(new Event('pagehide')),
  })
  vi.stubGlobal('documentPictureInPicture', { requestWindow: async () => made })
  return inside.body
}

afterEach(() => vi.unstubAllGlobals())

const asked: RoomMoreTime = {
  question: {
    minutes: 15,
    endsAt: '2030-11-25T10:15:00Z',
    price: { amount: 4500, currency: 'USD' },
    total: { amount: 22_500, currency: 'USD' },
    offeredBy: 'expert',
    allowed: ['accept', 'drop'],
  },
  busy: null,
  problem: null,
  news: null,
  isPutOff: false,
  putOff: () => undefined,
  send: () => undefined,
  dismiss: () => undefined,
}

describe('the small window above others', () => {
  it('has who is met and the controls that matter, and goes as it came', async () => {
    const into = smallWindow()
    const { user, devices, onLeave } = showRoom()
    await open(user)
    const small = within(into)
    expect(small.getByText('Asha Rai')).toBeTruthy()
    expect(small.queryByRole('group', { name: 'More time' })).toBeNull()
    await user.click(small.getByRole('button', { name: /microphone|mute/i }))
    expect(devices.media.read().microphone.state).toBe('muted')
    await user.click(small.getByRole('button', { name: 'Leave the call' }))
    expect(onLeave).toHaveBeenCalled()
  })

  it('asks for more time where one looks, and takes the answer there', async () => {
    const into = smallWindow()
    const send = vi.fn<RoomMoreTime['send']>()
    const { user } = showRoom({ moreTime: { ...asked, send } })
    await open(user)
    const offer = within(into).getByRole('group', { name: 'More time' })
    expect(offer.textContent).toContain('offers 15 more minutes, until 10:15, for $45')
    await user.click(within(offer).getByRole('button', { name: 'Agree to $45' }))
    expect(send).toHaveBeenCalledWith('accept')
  })
})

async function open(user: ReturnType<typeof showRoom>['user']): Promise<void> {
  const room = within(document.body)
  await user.click(room.getByRole('button', { name: 'More' }))
  await user.click(room.getByRole('menuitem', { name: 'Small window on top' }))
}
