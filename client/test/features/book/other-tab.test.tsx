import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { releaseWhileLeaving } from '../../../src/server/api/client.ts'
import { begin, date, openForm, sentAs, show, tile, world } from './panel-world.tsx'
import { instant, sampleEvent } from '../board/sample.ts'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-board.ts')
vi.mock('../../../src/server/live/socket.ts', () => ({ useConnection: () => 'live' }))

beforeEach(begin)

const span = { startsAt: `${date}T09:00:00Z`, endsAt: `${date}T09:30:00Z` }
const hold = {
  id: 'hold-elsewhere',
  token: 'secret of the other tab',
  version: 1,
  ...span,
  expiresAt: instant(Date.now() + 300_000),
  renewable: true,
  price: { amount: 3000, currency: 'USD' },
  now: instant(Date.now()),
}

interface Kept {
  tab: string
  hold: { id: string }
}

const kept = () => JSON.parse(localStorage.getItem('ec.holds') ?? '[]') as Kept[]

/** What another tab of this browser writes about its holds. */
function otherTabKeeps(holds: unknown) {
  localStorage.setItem('ec.holds', JSON.stringify(holds))
  act(() => void dispatchEvent(new StorageEvent('storage', { key: 'ec.holds' })))
}

function holdElsewhere({ until = span.endsAt } = {}) {
  otherTabKeeps([{ expertId: 'expert-1', minutes: 30, tab: 'another', hold }])
  act(() =>
    world.listener?.event(sampleEvent({ id: hold.id, ...span, until, expiresAt: hold.expiresAt })),
  )
}

describe('a time that another tab of this browser holds', () => {
  it('is shown as one’s own, and goes on here with one press', async () => {
    show()
    await tile('09:00')
    holdElsewhere()
    const own = await screen.findByRole('button', { name: /^09:00.* held by you in another tab$/ })
    expect(screen.queryByText(/someone else/)).toBeNull()
    const user = userEvent.setup()
    await user.click(own)
    expect(screen.getByText('You are holding this in another tab.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Continue here' }))
    expect(await screen.findByLabelText('Your name')).toBeTruthy()
    expect(screen.getByText(/^held for you/)).toBeTruthy()
    expect(sentAs('createHold')).toHaveLength(0)
    expect(kept()).toMatchObject([{ hold: { id: hold.id } }])
    expect(kept()[0]?.tab).not.toBe('another')
  })

  it('is what a press on a time that it blocks leads to', async () => {
    show()
    await tile('09:00')
    holdElsewhere({ until: `${date}T09:45:00Z` })
    const blocked = await screen.findByRole('button', { name: /^09:30.* held by you/ })
    await userEvent.setup().click(blocked)
    expect((await tile('09:00')).getAttribute('aria-pressed')).toBe('true')
    expect(blocked.getAttribute('aria-pressed')).toBe('false')
  })

  it('can be given back from here', async () => {
    show()
    const user = userEvent.setup()
    await tile('09:00')
    holdElsewhere()
    await user.click(await tile('09:00'))
    await user.click(screen.getByRole('button', { name: 'Let it go' }))
    await waitFor(() => expect(sentAs('releaseHold')).toHaveLength(1))
    expect(kept()).toEqual([])
  })
})

describe('a hold that goes on in another tab', () => {
  it('is let go of here: told, not given back, and it can come back', async () => {
    const user = await openForm()
    const mine = kept()
    expect(mine).toHaveLength(1)
    otherTabKeeps(mine.map((own) => ({ ...own, tab: 'another' })))
    expect(await screen.findByText('You continued in another tab')).toBeTruthy()
    act(() => void dispatchEvent(new Event('pagehide')))
    expect(releaseWhileLeaving).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Continue here instead' }))
    expect(await screen.findByText(/^held for you/)).toBeTruthy()
    expect(sentAs('createHold')).toHaveLength(1)
    expect(sentAs('releaseHold')).toHaveLength(0)
  })

  it('is no longer kept once it is given back', async () => {
    const user = await openForm()
    expect(kept()).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Back to the times' }))
    await waitFor(() => expect(sentAs('releaseHold')).toHaveLength(1))
    expect(kept()).toEqual([])
  })
})
