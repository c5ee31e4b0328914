import type { CalendarSource } from '@expertconnect/contract/calendars/source-shapes'
import { screen, within } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { begin, bodies, deskBooking, show, world } from './desk-world.tsx'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-desk.ts')
vi.mock('../../../src/server/live/watch-booking.ts')

function aSource(differences: Partial<CalendarSource> = {}): CalendarSource {
  return {
    id: 'source-0001',
    name: 'Work',
    kind: 'file',
    address: 'calendar.google.com …cdef',
    blocks: true,
    paused: false,
    receives: false,
    written: 0,
    deletedThere: 0,
    marginMinutes: 0,
    addedAt: '2026-01-01T08:00:00Z',
    checking: false,
    checkedAt: '2026-01-01T09:00:00Z',
    freshAt: '2026-01-01T09:00:00Z',
    events: 12,
    busyTimes: 30,
    skipped: [],
    ...differences,
  }
}

let sources: CalendarSource[]
beforeEach(() => {
  begin()
  sources = []
  world.answers = {
    listCalendarSources: () => ({ items: sources, clashes: [] }),
    addCalendarSource: () => {
      const id = `source-000${sources.length + 1}`
      const source = aSource({ id, name: 'Google Calendar', checking: true })
      sources = [...sources, source]
      return source
    },
    changeCalendarSource: (body) => {
      const changed = { ...sources[0], ...body } as CalendarSource
      sources = [changed]
      return changed
    },
    checkCalendarSource: () => sources[0],
    removeCalendarSource: () => {
      sources = []
      return null
    },
  }
})

describe('calendars elsewhere', () => {
  it('are added by their address, and what is wrong with it is said beside it', async () => {
    const problem = {
      type: 'about:blank',
      title: 'Invalid',
      status: 422,
      code: 'invalid_input',
      errors: [
        { pointer: '#/address', detail: 'Only addresses that begin with https:// are read' },
      ],
    } as const
    const { user } = show('/desk/busy')
    expect(await screen.findByText('No calendar yet')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Add calendar' }))
    expect(screen.getByText('Please paste the calendar’s address')).toBeTruthy()
    const address = screen.getByRole('textbox', { name: /private address/ })
    expect(document.activeElement).toBe(address)
    world.refusals = { addCalendarSource: [{ ...problem, errors: [...problem.errors] } as never] }
    await user.type(address, 'http://calendar.example/a.ics')
    await user.click(screen.getByRole('button', { name: 'Add calendar' }))
    expect(await screen.findByText(/^Only addresses that begin/)).toBeTruthy()
    expect((address as HTMLInputElement).value).toBe('http://calendar.example/a.ics')
    await user.clear(address)
    await user.type(address, ' https://calendar.example/a.ics ')
    await user.click(screen.getByRole('button', { name: 'Add calendar' }))
    expect(await screen.findByText('“Google Calendar” is added')).toBeTruthy()
    expect(bodies('addCalendarSource').at(-1)).toEqual({
      address: 'https://calendar.example/a.ics',
    })
    expect((address as HTMLInputElement).value).toBe('')
    const list = await screen.findByRole('list', { name: 'Your calendars elsewhere' })
    expect(within(list).getByText('Being read')).toBeTruthy()
  })

  it('say how fresh they are, what does not count and what is wrong', async () => {
    sources = [
      aSource({
        fault: 'not_a_calendar',
        marginMinutes: 15,
        skipped: [
          { kind: 'free', count: 2, dates: [] },
          { kind: 'rule', count: 1, dates: ['2026-11-09'] },
        ],
      }),
    ]
    const { user } = show('/desk/busy')
    expect(await screen.findByText('Not read')).toBeTruthy()
    expect(screen.getByText(/12 entries, busy 30 times/)).toBeTruthy()
    expect(
      screen.getByText(/Often it is a page.* What was known before still counts\.$/),
    ).toBeTruthy()
    expect(screen.getByText(/nor the 15 minutes around each/)).toBeTruthy()
    await user.click(screen.getByText('What does not count'))
    expect(screen.getByText('2 entries marked as free')).toBeTruthy()
    expect(screen.getByText(/^1 entry that repeats .*9 Nov.*\)$/)).toBeTruthy()
  })

  it('are tested, paused, changed and removed', async () => {
    sources = [aSource()]
    const { user } = show('/desk/busy')
    await user.click(await screen.findByRole('button', { name: 'Test now Work' }))
    expect(world.sent.filter(({ name }) => name === 'checkCalendarSource')).toHaveLength(1)
    await user.click(screen.getByRole('button', { name: 'Pause Work' }))
    expect(await screen.findByText('Paused')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /^Test now/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Resume Work' }))
    await screen.findByText('Up to date')
    await user.click(screen.getByRole('button', { name: 'Change… Work' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Change this calendar' }))
    await user.clear(dialog.getByRole('textbox'))
    await user.type(dialog.getByRole('textbox'), 'Home')
    await user.click(dialog.getByRole('checkbox'))
    await user.selectOptions(dialog.getByRole('combobox'), '30')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('“Home” is changed')).toBeTruthy()
    expect(bodies('changeCalendarSource').at(-1)).toEqual({
      name: 'Home',
      blocks: false,
      marginMinutes: 30,
    })
    await user.click(screen.getByRole('button', { name: 'Remove… Home' }))
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect(await screen.findByText('No calendar yet')).toBeTruthy()
  })

  it('are named beside the sessions that they clash with', async () => {
    world.answers['listCalendarSources'] = () => ({
      items: [aSource()],
      clashes: [{ booking: deskBooking(), calendar: 'Work' }],
    })
    show('/desk/busy')
    expect(await screen.findByText('You have something else during one session')).toBeTruthy()
    expect(screen.getByText('“Work” is busy then')).toBeTruthy()
  })
})

describe('a calendar account', () => {
  const calendars = [
    { address: 'https://cloud.example/work/', name: 'Work', added: false },
    { address: 'https://cloud.example/home/', name: 'Home', added: false },
    { address: 'https://cloud.example/old/', name: 'Old', added: true },
  ]

  it('is asked for its calendars, and those that are chosen are added', async () => {
    world.answers['findCalendars'] = () => ({ items: calendars })
    const { user } = show('/desk/busy')
    await user.click(await screen.findByRole('radio', { name: /CalDAV/ }))
    await user.click(screen.getByRole('button', { name: 'Find calendars' }))
    expect(screen.getByText('Please give the server’s address')).toBeTruthy()
    expect(screen.getByText('Please give the app password')).toBeTruthy()
    await user.type(screen.getByRole('textbox', { name: /^Its server/ }), ' cloud.example ')
    await user.type(screen.getByRole('textbox', { name: 'User name' }), 'ada')
    const password = screen.getByLabelText('App password')
    expect((password as HTMLInputElement).type).toBe('password')
    await user.type(password, ' secret ')
    await user.click(screen.getByRole('button', { name: 'Find calendars' }))
    const group = await screen.findByRole('group', { name: 'Which calendars keep you busy?' })
    expect(document.activeElement?.textContent).toBe('Which calendars keep you busy?')
    expect(bodies('findCalendars')).toEqual([
      { address: 'cloud.example', userName: 'ada', password: ' secret ' },
    ])
    await user.click(within(group).getByRole('checkbox', { name: 'Work' }))
    await user.click(screen.getByRole('button', { name: 'Add these calendars' }))
    expect(await screen.findByText('2 calendars are added')).toBeTruthy()
    const account = { userName: 'ada', password: ' secret ' }
    expect(bodies('addCalendarSource')).toEqual([
      { address: 'https://cloud.example/work/', name: 'Work', account },
      { address: 'https://cloud.example/old/', account },
    ])
    expect((screen.getByLabelText('App password') as HTMLInputElement).value).toBe('')
  })

  it('that a server refuses is told beside its password, which stays', async () => {
    const errors = [{ pointer: '#/password', detail: 'The server does not take it' }]
    const problem = { type: 'about:blank', title: 'Invalid', status: 422, code: 'invalid_input' }
    world.refusals = { findCalendars: [{ ...problem, errors } as never] }
    const { user } = show('/desk/busy')
    await user.click(await screen.findByRole('radio', { name: /CalDAV/ }))
    await user.type(screen.getByRole('textbox', { name: /^Its server/ }), 'cloud.example')
    await user.type(screen.getByRole('textbox', { name: 'User name' }), 'ada')
    await user.type(screen.getByLabelText('App password'), 'wrong')
    await user.click(screen.getByRole('button', { name: 'Find calendars' }))
    expect(await screen.findByText('The server does not take it')).toBeTruthy()
    const password = screen.getByLabelText('App password')
    expect(document.activeElement).toBe(password)
    expect((password as HTMLInputElement).value).toBe('wrong')
  })

  it('is chosen for sessions to be written into, and says what became of them there', async () => {
    sources = [aSource({ kind: 'account' })]
    const { user } = show('/desk/busy')
    await user.click(await screen.findByRole('button', { name: 'Change… Work' }))
    const dialog = within(screen.getByRole('dialog', { name: 'Change this calendar' }))
    await user.click(dialog.getByRole('checkbox', { name: /are written into it/ }))
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Sessions booked here are written into it.')).toBeTruthy()
    expect(bodies('changeCalendarSource').at(-1)).toMatchObject({ receives: true })
  })

  it('says what was deleted there, and what could not be written', async () => {
    const written = { receives: true, written: 2, deletedThere: 1 } as const
    sources = [aSource({ kind: 'account', ...written, writeFault: 'refused' })]
    const { user } = show('/desk/busy')
    expect(await screen.findByText(/: 2 upcoming sessions stand there\.$/)).toBeTruthy()
    expect(screen.getByText(/^1 session was deleted there\. It takes place/)).toBeTruthy()
    expect(screen.getByText(/May this account write there\?/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Remove… Work' }))
    expect(screen.getByText(/^Sessions that were written into it stay there/)).toBeTruthy()
  })

  it('that no longer opens says to add it again', async () => {
    sources = [aSource({ kind: 'account', address: 'cloud.example (ada)', fault: 'refused' })]
    show('/desk/busy')
    expect(await screen.findByText(/Add the account again with a new app password/)).toBeTruthy()
  })
})

it('their busy times are drawn into the week, with the calendar’s name', async () => {
  world.answers['listBusyTimes'] = () => ({
    items: [
      {
        from: '2026-11-24T10:00:00Z',
        to: '2026-11-24T11:30:00Z',
        sourceId: 'source-0001',
        calendar: 'Work',
        blocks: true,
      },
      {
        from: '2026-11-25T22:00:00Z',
        to: '2026-11-26T08:00:00Z',
        sourceId: 'source-0001',
        calendar: 'Home',
        blocks: false,
      },
    ],
  })
  show('/desk/calendar?week=2026-11-23')
  const listOn = async (day: string) =>
    (await screen.findByRole('list', { name: new RegExp(`^Busy elsewhere on ${day}`) })).textContent
  expect(await listOn('Tue')).toBe('10:00 – 11:30 Work')
  expect(await listOn('Wed')).toBe('22:00 – 24:00 Home, can be booked')
  expect(await listOn('Thu')).toBe('00:00 – 08:00 Home, can be booked')
})
