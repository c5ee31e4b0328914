import type { Deps } from '../../base/deps.ts'
import { type Instant, plus } from '../../domain/time/instant.ts'

/** Between two questions to one server. */
const apartMs = 250
/** So soon whoever had to wait asks again. */
const soonMs = 2000
const hostsAtMost = 5000

/** Keeps us from asking one server for many calendars at once, and from asking before the time that it named. */
export function createHostGate(clock: Deps['clock']) {
  const hosts = new Map<string, { busy: boolean; notBefore: Instant }>()

  return {
    /** 0: now. Otherwise in how many milliseconds to try again. */
    enter(host: string): number {
      const now = clock()
      const known = hosts.get(host)
      if (known?.busy) return soonMs
      if (known && known.notBefore > now) return known.notBefore - now
      if (hosts.size >= hostsAtMost) forget(now)
      hosts.set(host, { busy: true, notBefore: now })
      return 0
    },

    leave(host: string, retryAfterMs: number): void {
      hosts.set(host, { busy: false, notBefore: plus(clock(), Math.max(apartMs, retryAfterMs)) })
    },
  }

  function forget(now: Instant): void {
    for (const [host, { busy, notBefore }] of hosts) {
      if (!busy && notBefore <= now) hosts.delete(host)
    }
  }
}
