import { beforeEach, describe, expect, it, vi } from 'vitest'

const at = Date.parse('2026-11-23T06:00:00Z')

beforeEach(() => {
  vi.resetModules()
  vi.useFakeTimers({ now: at })
  return () => vi.useRealTimers()
})

describe('the server’s clock', () => {
  it('is taken from the date of an answer while nothing better is known', async () => {
    const { noteServerDate, serverNow } = await import('../../../src/lib/time/server-clock.ts')
    noteServerDate('Mon, 23 Nov 2026 07:00:00 GMT', at)
    // Somewhere within that second.
    expect(serverNow()).toBe(at + 3_600_500)
    noteServerDate(undefined, at)
    noteServerDate('nonsense', at)
    expect(serverNow()).toBe(at + 3_600_500)
  })

  it('is not made worse by it where it is known exactly', async () => {
    const { noteServerClock, noteServerDate, serverNow } =
      await import('../../../src/lib/time/server-clock.ts')
    noteServerClock('2026-11-23T06:00:02.250Z', at)
    noteServerDate('Mon, 23 Nov 2026 06:00:02 GMT', at)
    expect(serverNow()).toBe(at + 2250)
  })
})

describe('a device whose clock is wrong', () => {
  it('has the time of the page before anything was asked for', async () => {
    const { noteClockOfPage, serverNow } = await import('../../../src/lib/time/server-clock.ts')
    const entries = vi.spyOn(performance, 'getEntriesByType')
    const page = (transferSize: number) =>
      [
        {
          transferSize,
          responseStart: 120,
          serverTiming: [{ name: 'now', description: '2026-11-19T06:00:00.000Z' }],
        },
      ] as unknown as PerformanceEntryList
    entries.mockReturnValue(page(0))
    noteClockOfPage()
    expect(serverNow()).toBe(at)
    entries.mockReturnValue(page(300))
    vi.spyOn(performance, 'timeOrigin', 'get').mockReturnValue(at - 120)
    noteClockOfPage()
    expect(serverNow()).toBe(Date.parse('2026-11-19T06:00:00Z'))
  })

  it('shows the right time with the first answer, and not a minute later', async () => {
    const { act, renderHook } = await import('@testing-library/react')
    const { noteServerClock, useMinute, useNow } =
      await import('../../../src/lib/time/server-clock.ts')
    const { result } = renderHook(() => [useNow(), useMinute()])
    act(() => noteServerClock('2026-11-19T06:00:00Z', at))
    const right = Date.parse('2026-11-19T06:00:00Z')
    expect(result.current).toEqual([right, right])
  })
})
