import { randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Actor } from '../../base/actor.ts'
import { createBudgets } from '../../base/budgets.ts'
import type { Deps } from '../../base/deps.ts'
import { Refused } from '../../base/problem.ts'
import type { Origin } from '../../domain/bookings/booking.ts'
import { minute } from '../../domain/time/instant.ts'

// What people who have proved nothing hold and book before anybody is asked for work. A fair, a team or the opening of a
// sale stay below it; counted in this process, for it is a shield and no promise.
const perNetwork = { perSecond: 1 / 15, burst: 40 }
const perExpert = { perSecond: 1 / 30, burst: 150 }
const perServer = { perSecond: 20, burst: 1000 }

/** Each try of a browser, in rounds of SHA-256. */
const cost = 1000
/** After how many tries it is done: half a second on a desktop, some on a phone. */
const tries = [400, 1200] as const
const goodForMs = 5 * minute

export type Demand = ReturnType<typeof createDemand>

/** Whether there is more demand than is usual, and the work that is asked for then (ALTCHA, proof of work). */
export function createDemand({
  storage,
  clock,
  tokens,
  limits,
}: Pick<Deps, 'storage' | 'clock' | 'tokens' | 'limits'>) {
  const networks = createBudgets(perNetwork, clock)
  const experts = createBudgets(perExpert, clock)
  const server = createBudgets(perServer, clock)

  async function challenge(): Promise<string> {
    const made = await createChallenge({
      algorithm: 'PBKDF2/SHA-256',
      cost,
      counter: randomInt(...tries),
      deriveKey,
      hmacSignatureSecret: tokens.challengeSecret,
      expiresAt: Math.ceil((clock() + goodForMs) / 1000),
    })
    return Buffer.from(JSON.stringify(made)).toString('base64')
  }

  /** Whether it answers a challenge of ours that is still good, and for the first time. */
  async function isSolved(given: string): Promise<boolean> {
    const payload = readPayload(given)
    if (!payload) return false
    const { expiresAt = 0, nonce } = payload.challenge.parameters
    // The library compares with the clock of the machine as well.
    if (expiresAt * 1000 <= clock()) return false
    const { verified } = await verifySolution({
      ...payload,
      deriveKey,
      hmacSignatureSecret: tokens.challengeSecret,
    }).catch(() => ({ verified: false }))
    if (!verified) return false
    const window = { now: clock(), milliseconds: 2 * goodForMs }
    return (await storage.uses.count(`solved ${tokens.pseudonym(nonce)}`, window)).count === 1
  }

  return {
    /** Throws `work_needed` where it is unusual, and nothing good came with it. Whoever is known is never asked. */
    async demandWork(
      actor: Actor,
      { maker }: Origin,
      expertId: string,
      solution: string | undefined,
    ): Promise<void> {
      if (!limits || maker !== undefined) return
      // All three, so that each counts what comes.
      const isUsual = [
        networks.spend(actor.site),
        experts.spend(expertId),
        server.spend('all'),
      ].every(Boolean)
      if (isUsual || (solution !== undefined && (await isSolved(solution)))) return
      throw new Refused('work_needed', {
        detail:
          'Your browser has to do a short calculation first. If it can’t, sign in with your e-mail address.',
        work: await challenge(),
      })
    },
  }
}

type Payload = Pick<Parameters<typeof verifySolution>[0], 'challenge' | 'solution'>

function readPayload(given: string): Payload | null {
  try {
    const read = JSON.parse(Buffer.from(given, 'base64').toString()) as Partial<Payload> | null
    const isWhole =
      typeof read?.challenge?.parameters?.nonce === 'string' && typeof read.solution === 'object'
    return isWhole ? (read as Payload) : null
  } catch {
    return null
  }
}
