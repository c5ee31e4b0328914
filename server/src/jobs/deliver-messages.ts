import type { Logger } from 'pino'
import type { Deps } from '../base/deps.ts'
import { logFault } from '../base/log.ts'
import { handoversAtOnce } from '../mail/transport.ts'
import type { Services } from '../services/services.ts'
import type { Job } from './repeat.ts'

/** What no change of a booking announces is found so late at most: reminders, and what is tried again. */
const pauseMs = 2000

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

  /** Goes on while there are mails. Who found one lets another look beside: whoever is idle asks the store once. */
  async function line(others: number): Promise<void> {
    let beside: Promise<void> | undefined
    const onTaken = (): void => {
      if (others > 0) beside ??= line(others - 1)
    }
    try {
      while (!stopped && (await delivery.deliverNext(onTaken)) === 'went on') {
        // Whoever books comes in between.
        await new Promise(setImmediate)
      }
    } catch (error) {
      note(error)
    }
    await beside
  }

  async function round(): Promise<void> {
    try {
      await storage.messages.takeUp(clock())
      await mailChoices.takeUpAgendas()
    } catch (error) {
      return note(error)
    }
    await line(handoversAtOnce - 1)
  }

  function note(error: unknown): void {
    logFault(logger, error, { job: 'deliver-messages' })
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
