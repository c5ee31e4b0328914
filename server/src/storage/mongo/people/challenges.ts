import type { Instant } from '../../../domain/time/instant.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { Challenge, LinkProof, Tried } from '../../port/people.ts'
import type { ChallengeDoc } from '../engine/documents.ts'
import type { Models } from '../engine/models.ts'

type Named = Partial<Pick<ChallengeDoc, '_id' | 'linkHash'>>
type Proof = Partial<Pick<ChallengeDoc, '_id' | 'codeHash' | 'emailKey'>>

/**
 * Each step is one write to one document, which looks at it and changes it at once: of many that come together, one
 * takes the challenge, and no more are wrong than it has tries left.
 */
export function createChallenges({ challenges }: Pick<Models, 'challenges'>) {
  const live = (named: Named, now: Instant) => ({
    ...named,
    triesLeft: { $gt: 0 },
    expiresAt: { $gt: now },
  })

  async function start({ id, ...fields }: Challenge): Promise<void> {
    await challenges.create([{ ...fields, _id: id, emailKey: emailKey(fields.email) }])
  }

  async function find(id: string): Promise<Challenge | null> {
    const doc = await challenges.findById(id).lean()
    return doc && challengeOf(doc)
  }

  /** The address, if the proof is right. */
  async function take(named: Named, proof: Proof, now: Instant): Promise<string | null> {
    const taken = await challenges.findOneAndDelete({ ...live(named, now), ...proof }).lean()
    return taken?.email ?? null
  }

  /** How many are left; `null` if there was none to spend. */
  async function spendTry(named: Named, now: Instant): Promise<number | null> {
    const left = await challenges
      .findOneAndUpdate(
        live(named, now),
        { $inc: { triesLeft: -1 } },
        { returnDocument: 'after', projection: { triesLeft: 1 } },
      )
      .lean()
    return left?.triesLeft ?? null
  }

  async function tryCode(id: string, codeHash: string, now: Instant): Promise<Tried> {
    const email = await take({ _id: id }, { codeHash }, now)
    if (email !== null) return { kind: 'right', email }
    const triesLeft = await spendTry({ _id: id }, now)
    return triesLeft === null ? { kind: 'gone' } : { kind: 'wrong', triesLeft }
  }

  async function takeLink(
    linkHash: string,
    proof: LinkProof,
    now: Instant,
  ): Promise<string | null> {
    const proved = 'id' in proof ? { _id: proof.id } : { emailKey: emailKey(proof.email) }
    const email = await take({ linkHash }, proved, now)
    if (email === null) await spendTry({ linkHash }, now)
    return email
  }

  async function forget(before: Instant): Promise<number> {
    const { deletedCount } = await challenges.deleteMany({ expiresAt: { $lt: before } })
    return deletedCount
  }

  return { start, find, tryCode, takeLink, forget }
}

function challengeOf(doc: ChallengeDoc): Challenge {
  const { _id: id, email, codeHash, linkHash, triesLeft, expiresAt } = doc
  return { id, email, codeHash, linkHash, triesLeft, expiresAt }
}
