import { useEffect, useEffectEvent, useState } from 'react'

/** How far the server's clock is ahead of this one, in milliseconds. */
let ahead = 0
let exact = false
const listeners = new Set<() => void>()

/** What was shown by a clock that is seconds off is wrong now: lists are sorted again at once, not with the next minute. */
function setAhead(next: number): void {
  const jump = Math.abs(next - ahead)
  ahead = next
  if (jump >= 1000) for (const listener of listeners) listener()
}

function onJump(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/**
 * Notes the clock that came with the page itself, so that what this browser remembers is sorted rightly before anything
 * was asked for. Nothing where the page came from a cache.
 */
export function noteClockOfPage(): void {
  const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  // Nothing was sent over the line: the header is as old as the copy. Not every browser tells server timings.
  if (!page || page.transferSize === 0) return
  const timings = page.serverTiming as readonly PerformanceServerTiming[] | undefined
  const server = Date.parse(timings?.find(({ name }) => name === 'now')?.description ?? '')
  if (!Number.isNaN(server)) {
    setAhead(Math.round(server - (performance.timeOrigin + page.responseStart)))
  }
}

/**
 * Notes what the server's clock showed in an answer to something sent at `sentAt`. It was read somewhere on the
 * way, so half of the round trip is taken off.
 */
export function noteServerClock(shown: string, sentAt: number): void {
  const server = Date.parse(shown)
  if (Number.isNaN(server)) return
  // Whole milliseconds: instants are made of it.
  setAhead(Math.round(server - (sentAt + Date.now()) / 2))
  exact = true
}

/** The same from a Date header, which names whole seconds only: better than nothing, and no more than that. */
export function noteServerDate(header: unknown, sentAt: number): void {
  if (exact || typeof header !== 'string') return
  const server = Date.parse(header) + 500
  if (!Number.isNaN(server)) setAhead(Math.round(server - (sentAt + Date.now()) / 2))
}

/** The server's clock, epoch milliseconds. Countdowns and deadlines are told by it, not by this device's. */
export function serverNow(): number {
  return Date.now() + ahead
}

/** The time, to the minute or to a shorter `step`: "Today" turns into "Yesterday" in tabs that stay open. */
export function useNow(step = 60_000): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const look = () => setNow(serverNow())
    const timer = setInterval(look, step)
    const forget = onJump(look)
    return () => {
      clearInterval(timer)
      forget()
    }
  }, [step])
  return now
}

/** The server's clock, to the minute: it turns when the minute does. */
export function useMinute(): number {
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    const look = () => setNow(serverNow())
    const timer = setTimeout(look, 60_050 - (serverNow() % 60_000))
    const forget = onJump(look)
    return () => {
      clearTimeout(timer)
      forget()
    }
  }, [now])
  return now
}

/** The seconds until an instant, on the server's clock, counted down to 0. */
export function useCountdown(until: string): number {
  const end = Date.parse(until)
  const [now, setNow] = useState(serverNow)
  useEffect(() => {
    setNow(serverNow())
    const timer = setInterval(() => setNow(serverNow()), 1000)
    return () => clearInterval(timer)
  }, [end])
  return Math.max(0, Math.round((end - now) / 1000))
}

/** `4:09`. */
export function minutesAndSeconds(seconds: number): string {
  return `${Math.trunc(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** Calls `onWake` when the server's clock reaches `at` (epoch milliseconds), or at once if it has; never at Infinity. */
export function useWake(at: number, onWake: () => void): void {
  const wake = useEffectEvent(onWake)
  useEffect(() => {
    if (at === Infinity) return
    // A timer that is a hair early would find the old state, and a hidden page catches up when it is looked at.
    // Timers hold 24 days at most; whoever keeps a page open for longer comes back to it.
    const wait = Math.max(0, at - serverNow()) + 20
    const timer = wait < 20 * 86_400_000 ? setTimeout(wake, wait) : undefined
    const look = () => document.visibilityState === 'visible' && serverNow() >= at && wake()
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [at])
}
