import type { AdminPeopleQuery, AdminPerson } from '@expertconnect/contract/people/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import { formatInstant } from '../../domain/time/instant.ts'
import { isFreshProof } from '../../domain/people/roles.ts'
import { besideRole } from '../../domain/messages/message.ts'
import { Refused } from '../../base/problem.ts'
import type { PersonWithExpert } from '../../storage/port/people.ts'
import { readTextPlace, writeCursor } from '../../base/cursors.ts'
import { presentPerson } from './present.ts'
import { demandAdmin } from '../../base/demand.ts'

const perPage = 50

/** Who proved an address, and what they may do. */
export function createPeopleAdministration({
  storage,
  clock,
  newId,
}: Pick<Deps, 'storage' | 'clock' | 'newId'>) {
  function present({ person, expertName }: PersonWithExpert): AdminPerson {
    return {
      ...presentPerson(person),
      expertName,
      createdAt: formatInstant(person.createdAt),
    }
  }

  return {
    /** By the beginning of their address. */
    async list(
      actor: Actor,
      query: AdminPeopleQuery,
    ): Promise<{ items: AdminPerson[]; nextCursor?: string }> {
      demandAdmin(actor)
      const { items, next } = await storage.people.list({
        email: query.query?.trim() ?? '',
        role: query.role ?? 'all',
        after: readTextPlace(query.cursor),
        limit: query.limit ?? perPage,
      })
      return {
        items: items.map(present),
        ...(next === undefined ? {} : { nextCursor: writeCursor([next]) }),
      }
    },

    /** Whoever finds an administrator's browser open must not make another one of themselves. */
    async changeRole(actor: Actor, id: string, isAdmin: boolean): Promise<AdminPerson> {
      const admin = demandAdmin(actor)
      const now = clock()
      if (!actor.signedIn || !isFreshProof(actor.signedIn.session, now)) {
        throw new Refused('fresh_proof_needed')
      }
      const outcome = await storage.people.changeRole(
        id,
        isAdmin,
        besideRole(newId(), isAdmin, now, admin.email),
      )
      if (outcome.kind !== 'done') throw new Refused(outcome.kind, detailOf(outcome.kind))
      const { person } = outcome
      const expert = person.expertId === null ? null : await storage.experts.find(person.expertId)
      return present({ person, expertName: expert?.name ?? null })
    },
  }
}

function detailOf(refusal: 'not_found' | 'still_needed') {
  return refusal === 'still_needed'
    ? { detail: 'You are the only administrator. Make somebody else one first.' }
    : {}
}
