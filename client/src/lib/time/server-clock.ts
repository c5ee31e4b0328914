/** How far the server's clock is ahead of this one, in milliseconds. */
let ahead = 0
let exact = false

/**
 * Notes what the server's clock showed in an answer to something sent at `sentAt`. It was read somewhere on the
 * way, so half of the round trip is taken off.
 */
export function noteServerClock(shown: string, sentAt: number): void {
  const server = Date.parse(shown)
  if (Number.isNaN(server)) return
  // Whole milliseconds: instants are made of it.
  ahead = Math.round(server - (sentAt + Date.now()) / 2)
  exact = true
}

/** The same from a Date header, which names whole seconds only: better than nothing, and no more than that. */
export function noteServerDate(header: unknown, sentAt: number): void {
  if (exact || typeof header !== 'string') return
  const server = Date.parse(header) + 500
  if (!Number.isNaN(server)) ahead = Math.round(server - (sentAt + Date.now()) / 2)
}

/** The server's clock, epoch milliseconds. Countdowns and deadlines are told by it, not by this device's. */
export function serverNow(): number {
  return Date.now() + ahead
}
