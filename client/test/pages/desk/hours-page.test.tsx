import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { begin, bodies, deskBooking, problem, sentTo, show, world } from './desk-world.tsx'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-desk.ts')

beforeEach(begin)

const field = (name: string) => screen.findByLabelText<HTMLInputElement>(name)
const type = async (name: string, value: string) =>
  fireEvent.change(await field(name), { target: { value } })
const save = () => screen.getByRole('button', { name: 'Save' })

describe('the hours', () => {
  it('send only what was changed, over the version that was shown', async () => {
    const { user } = show('/desk/hours')
    await type('Monday, hours 1, to', '13:00')
    await user.click(save())
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull())
    const { weekly } = world.schedule
    expect(bodies('changeSchedule')).toEqual([{ version: 3, weekly }])
    expect(weekly[1]).toEqual([{ from: '09:00', to: '13:00' }])
  })

  it('take 00:00 at the end for midnight', async () => {
    const { user } = show('/desk/hours')
    await type('Monday, hours 1, to', '00:00')
    await user.click(save())
    await waitFor(() => expect(world.schedule.weekly[1]).toEqual([{ from: '09:00', to: '24:00' }]))
    expect((await field('Monday, hours 1, to')).value).toBe('00:00')
  })

  it('are moved by arrow keys', async () => {
    show('/desk/hours')
    const edge = await screen.findByRole('slider', { name: 'Monday, hours 1 begin' })
    fireEvent.keyDown(edge, { key: 'ArrowLeft' })
    fireEvent.keyDown(edge, { key: 'PageDown' })
    expect((await field('Monday, hours 1, from')).value).toBe('07:45')
    expect(edge.getAttribute('aria-valuetext')).toBe('07:45')
    fireEvent.keyDown(edge, { key: 'Home' })
    expect((await field('Monday, hours 1, from')).value).toBe('00:00')
  })

  it('are copied to other days', async () => {
    const { user } = show('/desk/hours')
    await type('Tuesday, hours 1, to', '15:00')
    await user.click(screen.getByRole('button', { name: 'Copy Tuesday to other days' }))
    await user.click(screen.getByRole('checkbox', { name: 'Sunday', hidden: true }))
    await user.click(screen.getByRole('button', { name: 'Copy', hidden: true }))
    expect((await field('Sunday, hours 1, to')).value).toBe('15:00')
    expect((await field('Monday, hours 1, to')).value).toBe('12:00')
  })

  it('are not sent with a fault, which stands beside its field', async () => {
    const { user } = show('/desk/hours')
    await type('Monday, hours 1, to', '08:00')
    await user.click(save())
    expect(screen.getByText('It ends before it begins')).toBeTruthy()
    await waitFor(async () =>
      expect(document.activeElement).toBe(await field('Monday, hours 1, to')),
    )
    expect(sentTo('changeSchedule')).toEqual([])
  })

  it('show the faults that the server finds at their places', async () => {
    world.refusals = {
      changeSchedule: [
        problem('invalid_input', {
          errors: [{ pointer: '#/policy/noticeMinutes', detail: 'Longer than the horizon' }],
        }),
      ],
    }
    const { user } = show('/desk/hours')
    await user.selectOptions(
      await screen.findByRole('combobox', { name: 'Latest booking' }),
      '1 day before',
    )
    await user.click(save())
    expect(await screen.findByText('Longer than the horizon')).toBeTruthy()
    expect(bodies('changeSchedule')).toEqual([{ version: 3, policy: { noticeMinutes: 1440 } }])
  })

  it('keep what was typed where somebody else changed them, and say so first', async () => {
    const { user } = show('/desk/hours')
    await type('Monday, hours 1, to', '13:00')
    world.refusals = { changeSchedule: [problem('stale_version', { status: 409 })] }
    world.schedule = { ...world.schedule, version: 9, timeZone: 'Asia/Tokyo' }
    await user.click(save())
    expect(await screen.findByText(/changed elsewhere in the meantime/)).toBeTruthy()
    expect((await field('Monday, hours 1, to')).value).toBe('13:00')
    await user.click(screen.getByRole('button', { name: 'Replace it with mine' }))
    await waitFor(() => expect(world.schedule.version).toBe(10))
    expect(bodies('changeSchedule').at(-1)).toMatchObject({ version: 9 })
    expect(world.schedule.timeZone).toBe('Asia/Tokyo')
  })

  it('outlive leaving the page, and are dropped on demand', async () => {
    const first = show('/desk/hours')
    await type('Monday, hours 1, to', '13:00')
    first.unmount()
    const { user } = show('/desk')
    expect(await screen.findByRole('link', { name: /Hours.*not saved yet/ })).toBeTruthy()
    await user.click(screen.getByRole('link', { name: /Hours.*not saved yet/ }))
    expect((await field('Monday, hours 1, to')).value).toBe('13:00')
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    expect((await field('Monday, hours 1, to')).value).toBe('12:00')
  })

  it('list the sessions that lie outside after saving', async () => {
    const { user } = show('/desk/hours')
    await type('Monday, hours 1, to', '09:30')
    world.conflicts = [{ booking: deskBooking(), reason: 'Outside your hours on Mondays' }]
    await user.click(save())
    expect(await screen.findByText('One session is outside your hours')).toBeTruthy()
    expect(screen.getByText('Outside your hours on Mondays')).toBeTruthy()
  })

  it('pause and go on at once, whatever else is unsaved', async () => {
    const { user } = show('/desk/hours')
    await type('Monday, hours 1, to', '13:00')
    await user.click(screen.getByRole('switch', { name: 'Taking new bookings' }))
    await waitFor(() => expect(world.schedule.paused).toBe(true))
    expect(bodies('changeSchedule')).toEqual([{ version: 3, paused: true }])
    expect(screen.queryByText(/changed elsewhere/)).toBeNull()
    expect((await field('Monday, hours 1, to')).value).toBe('13:00')
  })

  it('take a range of dates off', async () => {
    const { user } = show('/desk/hours')
    await type('From', '2030-12-24')
    await user.click(await field('From'))
    await user.tab()
    await type('To', '26 December 2030')
    await user.click(await field('To'))
    await user.tab()
    await user.click(screen.getByRole('button', { name: 'Set for 3 days' }))
    expect(screen.getByRole('list', { name: 'Dates with hours of their own' }).textContent).toMatch(
      /24 Dec – .*26 Dec.*Off/,
    )
    await user.click(save())
    await waitFor(() => expect(world.schedule.exceptions).toHaveLength(3))
    expect(world.schedule.exceptions[0]).toEqual({ date: '2030-12-24', hours: [] })
  })

  it('show what another browser saved', async () => {
    show('/desk/hours')
    await field('Monday, hours 1, to')
    world.schedule = { ...world.schedule, version: 4, timeZone: 'Asia/Tokyo' }
    act(() => world.listener?.stale())
    expect(await screen.findByRole('button', { name: /Tokyo/ })).toBeTruthy()
  })
})
