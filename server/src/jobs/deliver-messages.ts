import type { Logger } from 'pino'
import type { Deps } from '../base/deps.ts'
import { logFault } from '../base/log.ts'
import type { Services } from '../services/services.ts'
import type { Job } from './repeat.ts'

/** What no change of a booking announces is found so late at most: reminders, and what is tried again. */
const pauseMs = 2000
/** So many mails are under way at a time, as many as the way to the server of mail has lines. */
const atOnce = 5

/** Makes messages of what is owed and hands over what is due, soon after each change and every few seconds. */
export function keepDelivering(
  { storage, clock }: Pick<Deps, 'storage' | 'clock'>,
  { delivery, mailChoices }: Pick<Services, 'delivery' | 'mailChoices'>,
  logger: Logger,
): Job {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null
  let isAskedAgain = false

  async function line(): Promise<void> {
    while (!stopped && (await delivery.deliverNext()) === 'went on') {
      // Whoever books comes in between.
      await new Promise(setImmediate)
    }
  }

  async function round(): Promise<void> {
    try {
      await storage.messages.takeUp(clock())
      await mailChoices.takeUpAgendas()
      await Promise.all(Array.from({ length: atOnce }, line))
    } catch (error) {
      logFault(logger, error, { job: 'deliver-messages' })
    }
  }

  function wake(): void {
    if (stopped) return
    if (running) {
      isAskedAgain = true
      return
    }
    clearTimeout(timer)
    running = round().then(() => {
      running = null
      if (stopped) return
      timer = setTimeout(wake, isAskedAgain ? 0 : pauseMs)
      isAskedAgain = false
    })
  }

  const endListening = storage.listen({
    changed: (changes) => {
      if (changes.some(({ kind }) => kind !== 'held' && kind !== 'released')) wake()
    },
  })
  wake()

  return {
    async stop() {
      stopped = true
      endListening()
      clearTimeout(timer)
      await running
    },
  }
}
