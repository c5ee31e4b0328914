import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { call } from '../../../src/server/api/client.ts'
import { changeTimeSettings } from '../../../src/lib/time/settings.ts'
import { begin, bodies, problem, sampleDesk, show, world } from './desk-world.tsx'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-desk.ts')

beforeEach(begin)

const switchOf = (name: string) => screen.findByRole('switch', { name })
const time = () => screen.findByRole<HTMLSelectElement>('combobox', { name: 'Sent every day at' })
const isOn = (element: HTMLElement) => element.getAttribute('aria-checked') === 'true'

describe('the mails that an expert gets', () => {
  it('are all of them until they choose, and no agenda', async () => {
    show('/desk/mails')
    await switchOf('Reminders')
    const shown = screen.getAllByRole('switch').map((each) => [each.textContent, isOn(each)])
    expect(shown).toEqual([
      [expect.stringMatching(/^New sessions/), true],
      [expect.stringMatching(/^Moved sessions/), true],
      [expect.stringMatching(/^Cancelled sessions/), true],
      [expect.stringMatching(/^Declined proposals/), true],
      [expect.stringMatching(/^Reminders/), true],
      [expect.stringMatching(/^Send me an agenda/), false],
    ])
    expect(screen.getByText('asha@example.com')).toBeTruthy()
    expect(
      screen.getByText(/^Sign-in codes, invitations and all e-mails to your customers/),
    ).toBeTruthy()
  })

  it('are chosen at once, each over what the server has by then', async () => {
    world.mails = { unwanted: ['moved'], agendaAt: null }
    const { user } = show('/desk/mails')
    await user.click(await switchOf('Reminders'))
    await screen.findByText('Saved')
    // In another tab.
    world.mails = { ...world.mails, agendaAt: '06:15' }
    await user.click(await switchOf('Moved sessions'))
    await waitFor(() => expect(bodies('chooseMails')).toHaveLength(2))
    expect(bodies('chooseMails')).toEqual([
      { unwanted: ['moved', 'reminder'], agendaAt: null },
      { unwanted: ['reminder'], agendaAt: '06:15' },
    ])
    expect((await time()).value).toBe('06:15')
  })

  it('show what was pressed before it is saved, and lose no press meanwhile', async () => {
    const { user } = show('/desk/mails')
    await switchOf('Reminders')
    const answer = vi.mocked(call).getMockImplementation()
    const waiting: (() => void)[] = []
    vi.mocked(call).mockImplementation(async (...asked) => {
      await new Promise<void>((resolve) => waiting.push(resolve))
      return answer?.(...asked) as never
    })
    await user.click(await switchOf('Reminders'))
    await user.click(await switchOf('New sessions'))
    await user.click(await switchOf('Reminders'))
    expect(isOn(await switchOf('New sessions'))).toBe(false)
    expect(isOn(await switchOf('Reminders'))).toBe(true)
    expect(bodies('chooseMails')).toEqual([])
    await waitFor(() => {
      waiting.shift()?.()
      expect(bodies('chooseMails')).toHaveLength(3)
    })
    expect(world.mails).toEqual({ unwanted: ['booked'], agendaAt: null })
    expect(isOn(await switchOf('New sessions'))).toBe(false)
    expect(isOn(await switchOf('Reminders'))).toBe(true)
  })

  it('stay as they were where a choice is refused, and say so', async () => {
    world.refusals = { chooseMails: [problem('unavailable', { title: 'Not now' })] }
    const { user } = show('/desk/mails')
    await user.click(await switchOf('Reminders'))
    expect(await screen.findByText('Not changed: Not now')).toBeTruthy()
    expect(isOn(await switchOf('Reminders'))).toBe(true)
    expect(world.mails.unwanted).toEqual([])
  })

  it('can be asked for again where they could not be read', async () => {
    world.refusals = { getMailChoices: [problem('unavailable')] }
    const { user } = show('/desk/mails')
    await screen.findByText('Your choices could not be loaded')
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await switchOf('Reminders')).toBeTruthy()
  })
})

describe('the agenda', () => {
  it('is sent at a quarter of an hour in the zone of the expert, and says which day it is about', async () => {
    world.expert = sampleDesk({ timeZone: 'Asia/Kathmandu' })
    const { user } = show('/desk/mails')
    await user.click(await switchOf('Send me an agenda'))
    const field = await time()
    expect(field.value).toBe('07:00')
    expect(field.options).toHaveLength(96)
    const hint = document.getElementById(field.getAttribute('aria-describedby') ?? '')
    expect(hint?.textContent).toContain('In your time zone, Kathmandu (GMT+5:45).')
    expect(hint?.textContent).toContain('if sent from noon on, the next day')
    await user.selectOptions(field, '18:45')
    await waitFor(() => expect(world.mails.agendaAt).toBe('18:45'))
  })

  it('is sent when it was, switched off and on again', async () => {
    world.mails = { unwanted: [], agendaAt: '21:30' }
    const { user } = show('/desk/mails')
    const on = await switchOf('Send me an agenda')
    await user.click(on)
    await waitFor(() => expect(world.mails.agendaAt).toBeNull())
    expect(screen.queryByRole('combobox')).toBeNull()
    await user.click(on)
    await waitFor(() => expect(world.mails.agendaAt).toBe('21:30'))
  })

  it('has the fault that the server finds beside its time', async () => {
    world.mails = { unwanted: [], agendaAt: '07:00' }
    const errors = [{ pointer: '#/agendaAt', detail: 'Not at night' }]
    world.refusals = { chooseMails: [problem('invalid_input', { errors })] }
    const { user } = show('/desk/mails')
    await user.selectOptions(await time(), '03:00')
    expect(await screen.findByText('Not at night')).toBeTruthy()
    const field = await time()
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(field.value).toBe('07:00')
    expect(screen.queryByText(/^Not changed/)).toBeNull()
    await user.selectOptions(field, '08:00')
    await waitFor(() => expect(field.getAttribute('aria-invalid')).toBeNull())
  })

  it('is told by the clock that one reads, with midnight at the beginning of the day', async () => {
    world.mails = { unwanted: [], agendaAt: '24:00' }
    changeTimeSettings({ clock: '12' })
    show('/desk/mails')
    const field = await time()
    expect(field.selectedOptions[0]?.textContent).toMatch(/^12:00 am$/i)
  })
})
