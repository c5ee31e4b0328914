import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { watchBooking } from '../../../src/server/live/watch-booking.ts'
import { begin, bodies, deskBooking, show, world } from './desk-world.tsx'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-desk.ts')
vi.mock('../../../src/server/live/watch-booking.ts')

const other = { id: 'booking-0002', startsAt: '2030-11-26T09:00:00Z', customer: 'Eve', expert: 'A' }
const network = { kind: 'network', upcoming: [other], more: false }
const origin = {
  traits: [
    { kind: 'address', value: 'mina@example.org', upcoming: [], more: false },
    { kind: 'domain', value: 'example.org', upcoming: [], more: false },
    network,
  ],
}

beforeEach(() => {
  begin()
  vi.mocked(watchBooking).mockReturnValue(() => undefined)
  world.bookings = [deskBooking(), deskBooking({ id: 'booking-0003' })]
  world.answers = { getDeskOrigin: () => origin }
})

describe('several sessions', () => {
  const open = async () => {
    const { user } = show('/desk/calendar?view=list')
    await user.click(await screen.findByRole('button', { name: 'Choose several' }))
    return user
  }

  it('are chosen, with all from the same place, and cancelled with one reason', async () => {
    world.answers['cancelDeskBookings'] = ({ ids }) => ({
      items: (ids as string[]).map((id, index) => ({
        id,
        outcome: index === 0 ? 'not_changeable' : 'cancelled',
      })),
    })
    const user = await open()
    const [first] = screen.getAllByRole('checkbox', { name: /^Mina/ })
    await user.click(first as HTMLElement)
    expect(screen.getByText('1 chosen')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'All from the same place' }))
    await screen.findByText('2 chosen')
    await user.click(screen.getByRole('button', { name: 'Cancel all 2…' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Cancel these 2 sessions?' }))
    expect(dialog.getByText(/^Mina, Eve\. The times/)).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Cancel 2 sessions' }))
    expect(dialog.getByText(/Please give a reason/)).toBeTruthy()
    expect(bodies('cancelDeskBookings')).toEqual([])
    await user.type(dialog.getByRole('textbox'), ' I am ill ')
    await user.click(dialog.getByRole('button', { name: 'Cancel 2 sessions' }))
    expect(await screen.findByText('1 session is cancelled')).toBeTruthy()
    expect(screen.getByText(/^1 could not be/)).toBeTruthy()
    expect(bodies('cancelDeskBookings')).toEqual([
      { ids: ['booking-0001', 'booking-0002'], reason: 'I am ill' },
    ])
    expect(screen.getByRole('button', { name: 'Choose several' })).toBeTruthy()
  })

  it('say where it is not known where one came from', async () => {
    world.answers['getDeskOrigin'] = () => ({ traits: origin.traits.slice(0, 2) })
    const user = await open()
    await user.click(screen.getAllByRole('checkbox')[0] as HTMLElement)
    await user.click(screen.getByRole('button', { name: 'All from the same place' }))
    expect(await screen.findByText('We don’t know where this one came from')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Clear the selection' }))
    expect(screen.queryAllByRole('checkbox')).toEqual([])
    expect(screen.getAllByRole('link', { name: 'Mina' })).toHaveLength(2)
  })
})

describe('blocking', () => {
  it('is by what is chosen, and cancels others where that is wanted', async () => {
    world.answers['makeDeskBlock'] = () => ({ block: {}, cancelled: 1, more: false })
    const { user } = show('/desk/bookings/booking-0001')
    await user.click(await screen.findByRole('button', { name: 'Block…' }))
    await user.click(await screen.findByRole('radio', { name: /^The network it came from/ }))
    await user.click(screen.getByRole('checkbox', { name: 'Cancel the upcoming session as well' }))
    await user.type(screen.getByRole('textbox', { name: /^A note/ }), 'Sells something')
    const block = () => screen.getByRole('button', { name: 'Block' })
    await user.click(block())
    expect(screen.getByText(/^Please give a reason: each of them will read it/)).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: /^The reason/ }), 'Enough')
    await user.click(block())
    expect(await screen.findByText('Blocked')).toBeTruthy()
    expect(screen.getByText('1 session is cancelled.')).toBeTruthy()
    expect(bodies('makeDeskBlock')).toEqual([
      {
        bookingId: 'booking-0001',
        kind: 'network',
        note: 'Sells something',
        cancelReason: 'Enough',
      },
    ])
  })

  it('is taken back in the list of whom one blocked', async () => {
    const block = {
      id: 'block-1',
      kind: 'network',
      booking: { id: 'booking-0001', startsAt: '2030-11-25T09:00:00Z', name: 'Mina' },
      note: 'Sells something',
      madeAt: '2026-11-23T06:00:00Z',
      by: 'asha@example.com',
    }
    let blocks = [block, { ...block, id: 'block-2', kind: 'address', value: 'mina@example.org' }]
    world.answers['listDeskBlocks'] = () => ({ items: blocks })
    world.answers['removeDeskBlock'] = () => {
      blocks = blocks.slice(1)
      return {}
    }
    const { user } = show('/desk/blocked')
    const title = /^The network of the session of .* by Mina$/
    expect(await screen.findByRole('heading', { name: title })).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'mina@example.org' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /^Unblock The network/ }))
    const dialog = within(screen.getByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Unblock' }))
    await waitFor(() => expect(screen.queryByRole('heading', { name: title })).toBeNull())
  })
})

it('a session is reported with a reason', async () => {
  world.answers['reportBooking'] = () => ({})
  const { user } = show('/desk/bookings/booking-0001')
  await user.click(await screen.findByRole('button', { name: 'Report…' }))
  await user.type(screen.getByRole('textbox', { name: /^What is wrong/ }), 'They sell something')
  await user.click(screen.getByRole('button', { name: 'Report' }))
  expect(await screen.findByText('Reported')).toBeTruthy()
  expect(bodies('reportBooking')).toEqual([{ reason: 'They sell something' }])
})

it('whoever comes by a link alone is offered neither', async () => {
  world.roles = null
  show('/desk/bookings/booking-0001#own-token')
  expect(await screen.findByRole('heading', { name: 'Mina' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Block…' })).toBeNull()
})
