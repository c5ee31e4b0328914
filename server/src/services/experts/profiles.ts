import type { DeskExpert, ProfileChange } from '@expertconnect/contract/experts/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { type Profile, withProfile } from '../../domain/experts/profile.ts'
import { type Photo, photoUrlOf } from '../../domain/experts/photo.ts'
import type { Pictures } from './pictures.ts'
import { invalid, Refused } from '../../base/problem.ts'
import { presentDeskExpert } from './present.ts'
import { demandExpert } from '../../base/demand.ts'
import type { ProfileOutcome } from '../../storage/port/experts.ts'

/** Other changes of the profile may come in between. */
const tries = 5

/** What an expert shows of themselves. */
export function createProfiles(
  { storage, currency }: Pick<Deps, 'storage' | 'currency'>,
  pictures: Pictures,
) {
  async function findOwn(actor: Actor): Promise<Expert> {
    const { expertId } = demandExpert(actor)
    const expert = await storage.experts.find(expertId)
    if (!expert) throw new Refused('not_found')
    return expert
  }

  /** A photo comes without a version: the last one chosen stands, whatever else is changed meanwhile. */
  async function choosePhoto(actor: Actor, photo: Photo | null): Promise<DeskExpert> {
    const photoUrl = photo && photoUrlOf(photo.id)
    for (let count = 0; count < tries; count++) {
      const before = await findOwn(actor)
      const next = { ...before, version: before.version + 1, photoUrl }
      const outcome = await storage.experts.change(photo ? { next, photo } : { next })
      if (outcome.kind === 'done') return presentDeskExpert(outcome.expert, currency)
    }
    throw new Refused('unavailable', { retryAfterSeconds: 1 })
  }

  return {
    read: async (actor: Actor): Promise<DeskExpert> =>
      presentDeskExpert(await findOwn(actor), currency),

    async change(actor: Actor, { version, ...fields }: ProfileChange): Promise<DeskExpert> {
      const before = await findOwn(actor)
      const next = profileAfter(before, version, fields)
      return presentDeskExpert(demandDone(await storage.experts.change({ next })), currency)
    },

    /** Throws `not_an_image` with the reason in words. */
    async setPhoto(actor: Actor, bytes: Uint8Array): Promise<DeskExpert> {
      demandExpert(actor)
      return choosePhoto(actor, await pictures.toPhoto(bytes))
    },

    removePhoto: (actor: Actor): Promise<DeskExpert> => choosePhoto(actor, null),

    /** Everybody's to look at; `null` if it is no longer anybody's photo. */
    photo: (id: string): Promise<Uint8Array | null> => storage.experts.findPhoto(id),
  }
}

/** Throws if somebody was shown another version than the stored one, or changes nothing. */
export function profileAfter(before: Expert, version: number, fields: Profile): Expert {
  if (before.version !== version) throw staleProfile()
  if (Object.values(fields).every((each) => each === undefined)) {
    throw invalid('#', 'Say what to change')
  }
  return withProfile(before, fields)
}

/** The expert as stored, or the refusal of what was asked. */
export function demandDone(outcome: ProfileOutcome): Expert {
  switch (outcome.kind) {
    case 'done':
      return outcome.expert
    case 'no_category':
      throw invalid('#/category', 'There is no such category')
    case 'stale_version':
      throw staleProfile()
  }
}

function staleProfile(): Refused {
  return new Refused('stale_version', {
    detail: 'This profile was changed elsewhere. Look at it again before changing it.',
  })
}
