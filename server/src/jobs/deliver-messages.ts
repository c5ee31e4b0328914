import type { Logger } from 'pino'
import type { Deps } from '../base/deps.ts'
import { logFault } from '../base/log.ts'
import { handoversAtOnce } from '../mail/transport.ts'
import type { Services } from '../services/services.ts'
import { inLines } from './in-lines.ts'
import type { Job } from './repeat.ts'

/** What no change of a booking announces is found so late at most: reminders, and what is tried again. */
const pauseMs = 2000

/** From a change to its first mail: several changes that come together are taken up together. */
const gatherMs = 100

/**
 * Mails share the processor and the disk with bookings, and those who book come first: each change delays the next
 * mail, so that mails nearly pause in a rush, above some 25 bookings a second, and go out when it is over.
 */
const restPerChangeMs = 40
const longestRestMs = 200
/** A mail asks the store several things: where that takes long, as on a database far away, mails rest so many times as long. */
const restPerLease = 5

/** Makes messages of what is owed and hands over what is due, soon after each change and every few seconds. */
export function keepDelivering(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  { delivery, mailChoices }: Pick<Services, 'delivery' | 'mailChoices'>,
  logger: Logger,
): Job {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let isAsked = false
  let changed = 0
  let lastLeaseMs = 0
  let nextTurn = Promise.resolve()

  /** Whoever books comes in between. */
  async function turn(): Promise<void> {
    nextTurn = nextTurn.then(async () => {
      const restPerOne = Math.max(restPerChangeMs, restPerLease * lastLeaseMs)
      const restMs = Math.min(changed * restPerOne, longestRestMs)
      changed = 0
      await new Promise((resolve) => {
        if (restMs === 0) setImmediate(resolve)
        else setTimeout(resolve, restMs)
      })
    })
    await nextTurn
  }

  async function deliverNext(onTaken: () => void): Promise<boolean> {
    await turn()
    const began = performance.now()
    const onLeased = (): void => {
      lastLeaseMs = performance.now() - began
      onTaken()
    }
    try {
      return !stopped && (await delivery.deliverNext(onLeased)) === 'went on'
    } catch (error) {
      note(error)
      return false
    }
  }

  async function round(): Promise<void> {
    try {
      await mailChoices.takeUpAgendas()
      let taken: number
      do {
        taken = await storage.messages.takeUp(clock())
        await inLines(handoversAtOnce, deliverNext)
      } while (!stopped && taken > 0)
    } catch (error) {
      note(error)
    }
  }

  function note(error: unknown): void {
    logFault(logger, error, { job: 'deliver-messages' })
  }

  function begin(): void {
    isAsked = false
    running = round().then(() => {
      running = null
      if (!stopped) beginIn(isAsked ? gatherMs : pauseMs)
    })
  }

  function beginIn(ms: number): void {
    clearTimeout(timer)
    timer = setTimeout(begin, ms)
  }

  const endListening = storage.listen({
    changed: (changes) => {
      const telling = changes.filter(({ kind }) => kind !== 'held' && kind !== 'released').length
      if (stopped || telling === 0) return
      changed += telling
      if (isAsked) return
      isAsked = true
      if (running === null) beginIn(gatherMs)
    },
  })
  begin()

  return {
    async stop() {
      stopped = true
      endListening()
      clearTimeout(timer)
      await running
    },
  }
}
