import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { SlotView, SlotViewState } from '../../../src/features/board/feed/board-view.ts'
import { SlotList } from '../../../src/features/board/slots/slot-list.tsx'

const date = '2026-11-25'

function slot([time, state = 'free']: readonly [string, SlotViewState?]): SlotView {
  const startsAt = `${date}T${time}:00Z`
  const endsAt = new Date(Date.parse(startsAt) + 1_800_000).toISOString().replace('.000Z', 'Z')
  return { startsAt, endsAt, state }
}

function list(...slots: (readonly [string, SlotViewState?])[]) {
  return (
    <SlotList
      day={{ date, slots: slots.map(slot), free: 1 }}
      zone="UTC"
      selected={null}
      ownLabel="held for you"
      onSelect={() => undefined}
      onBack={() => undefined}
    />
  )
}

const tiles = () => screen.getAllByRole('button').map((button) => button.textContent)
const groups = () => screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))

beforeEach(() => {
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
})

describe('the times of a day', () => {
  it('stand under the parts of the day as people call them', () => {
    render(list(['01:00'], ['06:30'], ['13:00'], ['18:00'], ['23:00']))
    expect(groups()).toEqual(['Night', 'Morning', 'Afternoon', 'Evening', 'Night'])
  })

  it('hold as one tile what is taken side by side, and show each on a press', async () => {
    render(
      list(
        ['09:00', 'taken'],
        ['09:30', 'taken'],
        ['10:00', 'taken'],
        ['10:30'],
        ['11:00', 'taken'],
      ),
    )
    expect(tiles()).toEqual(['3 takenup to 10:00', '10:30', '11:00taken', 'Back to the calendar'])
    await userEvent.click(screen.getByRole('button', { name: /^3 taken, from 09:00 up to 10:00/ }))
    expect(tiles().slice(0, 3)).toEqual(['09:00taken', '09:30taken', '10:00taken'])
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('09:00taken'))
  })

  it('change in their place: nothing moves under a pointer', () => {
    const { rerender } = render(list(['09:00', 'taken'], ['09:30'], ['10:00'], ['10:30']))
    rerender(list(['09:00', 'taken'], ['09:30', 'taken'], ['10:00', 'taken'], ['10:30']))
    expect(tiles().slice(0, 4)).toEqual(['09:00taken', '09:30taken', '10:00taken', '10:30'])
  })

  it('say at a tile of several that one of them is free again', () => {
    const { rerender } = render(list(['09:00', 'taken'], ['09:30', 'taken'], ['10:00']))
    rerender(list(['09:00', 'taken'], ['09:30'], ['10:00']))
    expect(tiles().slice(0, 2)).toEqual(['1 free againup to 09:30', '10:00'])
  })

  it('have their stop for Tab at the first one at which people are up', async () => {
    render(list(['02:00'], ['08:00'], ['09:00']))
    await userEvent.tab()
    expect(document.activeElement?.textContent).toBe('08:00')
  })
})
