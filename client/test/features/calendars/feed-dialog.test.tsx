import type { Feed } from '@expertconnect/contract/calendars/feed-shapes'
import { QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { FeedButton } from '../../../src/features/calendars/feed-button.tsx'
import { call } from '../../../src/server/api/client.ts'
import { ApiProblem, unreachable } from '../../../src/server/api/problem.ts'
import { createQueryClient } from '../../../src/server/api/query-client.ts'

vi.mock('../../../src/server/api/client.ts')

/** The server: whose feed is at which address, what it was asked, and how it refuses next. */
let feed: Feed | null
let sent: { name: string; input: unknown }[]
let refuseNext: string | null

const aFeed = (id: string): Feed => ({
  id,
  url: `https://experts.example/api/v1/calendars/${id}.ics`,
  openedAt: '2026-11-23T06:00:00Z',
  readAt: null,
})

beforeEach(() => {
  localStorage.clear()
  localStorage.setItem('ec.time', JSON.stringify({ zone: 'UTC', clock: '24' }))
  vi.spyOn(navigator, 'language', 'get').mockReturnValue('en-GB')
  feed = null
  sent = []
  refuseNext = null
  vi.mocked(call).mockImplementation((name, input) => {
    sent.push({ name, input })
    if (refuseNext === name) {
      refuseNext = null
      return Promise.reject(new ApiProblem(unreachable))
    }
    if (name === 'openFeed') feed = aFeed(`feed-${sent.length}`)
    if (name === 'closeFeed') feed = null
    return Promise.resolve({ feed }) as never
  })
})

async function open(side: 'customer' | 'expert' = 'customer') {
  render(
    <QueryClientProvider client={createQueryClient()}>
      <FeedButton side={side} />
    </QueryClientProvider>,
  )
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'In your own calendar' }))
  const dialog = await screen.findByRole('dialog', { name: 'In your own calendar' })
  return { user, dialog, inside: within(dialog) }
}

const bodies = (name: string) => sent.filter((each) => each.name === name).map(({ input }) => input)

describe('one’s sessions in one’s own calendar', () => {
  it('begin with one press, and are one press away from each program', async () => {
    const { user, inside } = await open()
    await user.click(await inside.findByRole('button', { name: 'Make my address' }))
    const google = await inside.findByRole('link', { name: /^Google/ })
    expect(bodies('openFeed')).toEqual([
      { params: { side: 'customer' }, body: { replacing: null } },
    ])
    expect(google.getAttribute('href')).toContain('cid=webcal%3A%2F%2Fexperts.example')
    const apple = inside.getByRole('link', { name: 'Apple Calendar' })
    expect(apple.getAttribute('href')).toMatch(/^webcal:\/\/experts\.example\//)
    const outlooks = inside.getAllByRole('link', { name: /^Outlook/ })
    expect(outlooks.map((each) => new URL(each.getAttribute('href') ?? '').host)).toEqual([
      'outlook.live.com',
      'outlook.office.com',
    ])
    for (const link of [google, ...outlooks])
      expect(link.getAttribute('rel')).toContain('noreferrer')
    expect(document.activeElement?.textContent).toBe('In your own calendar')
  })

  it('say how often each program looks, and when one last did', async () => {
    feed = { ...aFeed('feed-1'), readAt: '2026-11-24T09:15:00Z' }
    const { inside } = await open('expert')
    expect(await inside.findByText(/^Last looked at: Tue.* 09:15\.$/)).toBeTruthy()
    const programs = inside.getAllByRole('term').map((each) => each.textContent)
    expect(programs).toEqual(
      expect.arrayContaining([
        'Google Calendar',
        'Apple Calendar',
        'Thunderbird',
        'Proton Calendar',
      ]),
    )
    expect(inside.queryByText(/need this site to have an https address/)).toBeNull()
  })

  it('say that others cannot reach an address without https', async () => {
    feed = { ...aFeed('feed-1'), url: 'http://localhost:3000/api/v1/calendars/x.ics' }
    const { inside } = await open()
    expect(await inside.findByText('None has looked yet.')).toBeTruthy()
    expect(inside.getByText(/need this site to have an https address/)).toBeTruthy()
  })

  it('copy the address', async () => {
    feed = aFeed('feed-1')
    const { user, inside } = await open()
    await user.click(await inside.findByRole('button', { name: 'Copy the address' }))
    expect(await navigator.clipboard.readText()).toBe(feed.url)
  })

  it('get a new address after a question, in place of the one that is shown', async () => {
    feed = aFeed('feed-of-before')
    const { user, inside } = await open()
    await user.click(await inside.findByRole('button', { name: 'New address' }))
    const question = inside.getByRole('heading', { name: 'Make a new address?' })
    expect(document.activeElement).toBe(question)
    await user.click(inside.getByRole('button', { name: 'Keep it' }))
    expect(bodies('openFeed')).toEqual([])
    await user.click(inside.getByRole('button', { name: 'New address' }))
    await user.click(inside.getByRole('button', { name: 'Make a new one' }))
    await waitFor(() => expect(inside.queryByText('Make a new address?')).toBeNull())
    expect(bodies('openFeed')).toEqual([
      { params: { side: 'customer' }, body: { replacing: 'feed-of-before' } },
    ])
    const apple = inside.getByRole('link', { name: 'Apple Calendar' })
    expect(apple.getAttribute('href')).toContain(feed.id)
    expect(document.activeElement?.textContent).toBe('Keep it to yourself')
  })

  it('are switched off after a question, and a refusal stands beside the button', async () => {
    feed = aFeed('feed-1')
    refuseNext = 'closeFeed'
    const { user, inside } = await open()
    await user.click(await inside.findByRole('button', { name: 'Switch off' }))
    const act = () => user.click(inside.getByRole('button', { name: 'Switch it off' }))
    await act()
    expect((await inside.findByRole('alert')).textContent).toContain(unreachable.title)
    await act()
    expect(await inside.findByRole('button', { name: 'Make my address' })).toBeTruthy()
    expect(document.activeElement?.textContent).toBe('In your own calendar')
  })

  it('are asked for again where they could not be loaded', async () => {
    vi.mocked(call).mockRejectedValueOnce(new ApiProblem({ ...unreachable, status: 400 }))
    const { user, inside } = await open()
    await user.click(await inside.findByRole('button', { name: 'Try again' }))
    expect(await inside.findByRole('button', { name: 'Make my address' })).toBeTruthy()
  })
})
