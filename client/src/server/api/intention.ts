import { ApiProblem } from './problem.ts'
import { randomId } from '../../lib/browser/random-id.ts'

/** Sends something under the Idempotency-Key of the person's intention. `retried`: an answer may be a repeated one. */
export type SendOnce = <T>(
  input: unknown,
  request: (key: string, retried: boolean) => Promise<T>,
) => Promise<T>

/**
 * One key per intention: sending the same again after a failure that leaves the outcome open uses the same key, so
 * that it has one effect. Anything changed, or a clear answer, makes the next attempt a new intention.
 */
export function createIntention(): SendOnce {
  let open: { text: string; key: string } | undefined
  return async (input, request) => {
    const text = JSON.stringify(input)
    const retried = open?.text === text
    const { key } = (open = open && retried ? open : { text, key: randomId() })
    try {
      const answer = await request(key, retried)
      open = undefined
      return answer
    } catch (error) {
      if (wasAnswered(error)) open = undefined
      throw error
    }
  }
}

function wasAnswered(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false
  const { status } = error.problem
  return status > 0 && status < 500
}
