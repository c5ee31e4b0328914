import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { DayView } from '../../../src/features/board/feed/board-view.ts'
import { BoardWeeks } from '../../../src/features/board/calendar/board-weeks.tsx'

const bounds = { today: '2026-11-23', last: '2027-01-20' }
const free = (date: string, count = 2): DayView => ({ date, slots: [], free: count })
const days: DayView[] = [
  { date: '2026-11-23', slots: [], free: 0, reason: 'inside_notice' },
  { date: '2026-11-24', slots: [], free: 0, reason: 'full' },
  free('2026-11-25', 3),
  free('2026-11-26', 1),
  { date: '2026-11-27', slots: [], free: 0, reason: 'time_off' },
]

const onChoose = vi.fn<(date: string) => void>()

beforeEach(() => {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
  onChoose.mockReset()
})

function Grid() {
  const [from, setFrom] = useState('2026-11-23')
  return (
    <BoardWeeks
      from={from}
      days={days}
      chosen="2026-11-25"
      bounds={bounds}
      loading={false}
      onChoose={onChoose}
      onFrom={setFrom}
    />
  )
}

const focused = () => document.activeElement?.getAttribute('data-date')

async function press(...keys: string[]) {
  const user = userEvent.setup()
  for (const key of keys) await user.keyboard(`{${key}}`)
}

describe('the weeks of a board', () => {
  it('says of every day its weekday, date and what is free, or why nothing is', () => {
    render(<Grid />)
    const grid = screen.getByRole('grid', { name: 'November – December 2026' })
    expect(grid.querySelectorAll('td button')).toHaveLength(35)
    expect(
      screen.getByRole('button', { name: /^Wednesday,? 25 November 2026, 3 free times/ }),
    ).toBeTruthy()
    expect(
      screen.getByRole('button', { name: /^Thursday,? 26 November 2026, 1 free time$/ }),
    ).toBeTruthy()
    expect(
      screen.getByRole('button', { name: /24 November 2026, all times are taken/ }),
    ).toBeTruthy()
    expect(screen.getByRole('button', { name: /27 November 2026, time off/ })).toBeTruthy()
    expect(screen.queryByRole('button', { name: /22 November 2026/ })).toBeNull()
    expect(screen.getByRole('button', { name: /^Tuesday,? 1 December 2026/ }).textContent).toBe(
      'Dec1',
    )
    const today = screen.getByRole('button', { name: /23 November 2026, too soon to book/ })
    expect(today.getAttribute('aria-current')).toBe('date')
  })

  it('begins the week as the locale has it', () => {
    const first = () => screen.getAllByRole('columnheader')[0]?.getAttribute('abbr')
    const { unmount } = render(<Grid />)
    expect(first()).toBe('Monday')
    unmount()
    vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-US')
    render(<Grid />)
    expect(first()).toBe('Sunday')
  })

  it('has one stop for Tab: the chosen day', async () => {
    render(<Grid />)
    await userEvent.tab()
    expect(focused()).toBe('2026-11-25')
    expect(document.querySelectorAll('[data-date][tabindex="0"]')).toHaveLength(1)
  })

  it('moves by arrows, Home and End', async () => {
    render(<Grid />)
    await userEvent.tab()
    await press('ArrowRight')
    expect(focused()).toBe('2026-11-26')
    await press('ArrowDown')
    expect(focused()).toBe('2026-12-03')
    await press('Home')
    expect(focused()).toBe('2026-11-30')
    await press('End')
    expect(focused()).toBe('2026-12-06')
    await press('ArrowUp', 'ArrowLeft')
    expect(focused()).toBe('2026-11-28')
  })

  it('rolls on to later weeks and back, and no further than there is something to book', async () => {
    render(<Grid />)
    await userEvent.tab()
    await press('PageDown')
    expect(focused()).toBe('2026-12-25')
    expect(screen.getByRole('grid', { name: 'November – December 2026' })).toBeTruthy()
    await press('PageDown')
    expect(screen.getByRole('grid', { name: 'December 2026 – January 2027' })).toBeTruthy()
    // The week of the last day that can be booked is the last one.
    expect(focused()).toBe('2027-01-24')
    expect(document.querySelectorAll('[data-date]')).toHaveLength(28)
    await press('ArrowDown')
    expect(focused()).toBe('2027-01-24')
    await press('PageUp', 'PageUp', 'PageUp')
    expect(screen.getByRole('grid', { name: 'November – December 2026' })).toBeTruthy()
    expect(focused()).toBe('2026-11-23')
  })

  it('chooses by Enter what can be booked, and only that', async () => {
    render(<Grid />)
    await userEvent.tab()
    await press('ArrowRight', 'Enter')
    expect(onChoose).toHaveBeenLastCalledWith('2026-11-26')
    await press('ArrowRight', 'Enter')
    expect(onChoose).toHaveBeenCalledTimes(1)
    expect(screen.getByText('Fri 27 Nov: time off')).toBeTruthy()
  })
})
