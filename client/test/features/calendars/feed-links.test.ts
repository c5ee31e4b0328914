import { describe, expect, it } from 'vitest'
import {
  googleFeedLink,
  isReachable,
  outlookFeedLink,
  webcalLink,
} from '../../../src/features/calendars/feed-links.ts'

const url = 'https://experts.example/api/v1/calendars/a-b_c.ics'

describe('the links that subscribe', () => {
  it('open the program of the device', () => {
    const webcal = 'webcal://experts.example/api/v1/calendars/a-b_c.ics'
    expect(webcalLink(url)).toBe(webcal)
    expect(webcalLink(url.replace('https', 'http'))).toBe(webcal)
  })

  it('give Google a calendar, and Outlook an address over https', () => {
    const google = new URL(googleFeedLink(url))
    expect(google.origin + google.pathname).toBe('https://calendar.google.com/calendar/r')
    expect(google.searchParams.get('cid')).toBe(webcalLink(url))
    const hosts = { home: 'https://outlook.live.com', work: 'https://outlook.office.com' } as const
    for (const kind of ['home', 'work'] as const) {
      const link = outlookFeedLink(url, 'ExpertConnect: my sessions', kind)
      // Outlook shows a plus sign as it stands.
      expect(link).not.toContain('+')
      const { origin, pathname, searchParams } = new URL(link)
      expect([origin, pathname]).toEqual([hosts[kind], '/calendar/0/addfromweb'])
      expect(Object.fromEntries(searchParams)).toEqual({ url, name: 'ExpertConnect: my sessions' })
    }
  })

  it('say which addresses other companies can reach', () => {
    expect(isReachable(url)).toBe(true)
    expect(isReachable('http://localhost:3000/api/v1/calendars/a.ics')).toBe(false)
  })
})
