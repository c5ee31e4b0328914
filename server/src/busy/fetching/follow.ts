import type { IncomingMessage } from 'node:http'
import { askOnce, type Question } from './ask-once.ts'
import type { Destination } from './destinations.ts'

export interface Reached {
  /** Where it answered, after all that the question was passed on to. */
  readonly url: URL
  readonly status: number
  /** Its body has not been read. */
  readonly response: IncomingMessage
}

export type Follow = ReturnType<typeof createFollow>

const redirectsAtMost = 3

/**
 * Asks a question, wherever it is passed on to. Each place is judged like the first one, and whatever may not be connected
 * to is null: from outside, nobody learns what there is in the network of the server. `stays`: it carries what is for that
 * origin alone, and is passed on to no other. Rejects where a connection fails, and when `signal` says that it is too late.
 */
export function createFollow(destinationOf: (address: string) => Promise<Destination | null>) {
  return async (
    address: string,
    question: Question,
    signal: AbortSignal,
    stays = false,
  ): Promise<Reached | null> => {
    let next = address
    for (let hop = 0; hop <= redirectsAtMost; hop++) {
      const destination = await orAborted(destinationOf(next), signal)
      if (!destination) return null
      const { url } = destination
      const response = await askOnce(destination, question, signal)
      const { statusCode: status = 0, headers } = response
      const passedOn = [301, 302, 303, 307, 308].includes(status) ? headers.location : undefined
      if (passedOn === undefined) return { url, status, response }
      response.destroy()
      if (!URL.canParse(passedOn, url.href)) return null
      const to = new URL(passedOn, url)
      if (stays && to.origin !== url.origin) return null
      next = to.href
    }
    return null
  }
}

/** Names cannot be asked for with a time limit. */
async function orAborted<T>(asked: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop: () => void = () => undefined
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('Too late'))
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop)
  })
  try {
    return await Promise.race([asked, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
