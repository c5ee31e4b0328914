import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

/** The answer to a challenge of the server; null where this browser cannot calculate it, as over plain http. */
export async function solve(work: string): Promise<string | null> {
  try {
    const challenge = JSON.parse(atob(work)) as Challenge
    const solution = await solveChallenge({ challenge, deriveKey })
    return solution && btoa(JSON.stringify({ challenge, solution }))
  } catch {
    return null
  }
}
