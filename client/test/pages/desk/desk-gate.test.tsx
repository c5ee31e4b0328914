import { screen, waitFor } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { begin, sampleDesk, sentTo, show, world } from './desk-world.tsx'

vi.mock('../../../src/server/api/client.ts')
vi.mock('../../../src/server/live/watch-desk.ts')

beforeEach(begin)

describe('the door of the desk', () => {
  it('leads a stranger to sign in and back, and asks nothing of the desk', async () => {
    world.roles = null
    show('/desk/hours')
    const link = await screen.findByRole('link', { name: 'Sign in' })
    expect(link.getAttribute('href')).toBe('/sign-in?to=%2Fdesk%2Fhours')
    expect(screen.getByRole('link', { name: 'Become an expert' })).toBeTruthy()
    expect(sentTo('getDesk')).toEqual([])
  })

  it('names the addresses to try in a demo only', async () => {
    world.roles = null
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ isOpen: false })))
    world.refusals = {}
    show()
    await screen.findByRole('link', { name: 'Sign in' })
    await waitFor(() => expect(sentTo('searchExperts')).toHaveLength(1))
  })

  it('tells a customer that there is no desk of theirs', async () => {
    world.roles = []
    show()
    expect(await screen.findByText(/There is no desk for this address/)).toBeTruthy()
    expect(sentTo('getDesk')).toEqual([])
  })

  it('says what keeps an expert from being booked', async () => {
    world.expert = sampleDesk({ id: 'expert-unlisted', listed: false, paused: true })
    show()
    expect(await screen.findByText(/You are not listed yet/)).toBeTruthy()
    expect(screen.getByText('You are not taking new bookings')).toBeTruthy()
  })
})
