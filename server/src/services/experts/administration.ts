import type { AuditAction } from '@expertconnect/contract/audit/shapes'
import type {
  AdminExpert,
  AdminExpertChange,
  AdminExpertsQuery,
  Invitation,
} from '@expertconnect/contract/experts/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import type { AuditEntry } from '../../domain/people/audit.ts'
import type { Expert } from '../../domain/experts/expert.ts'
import { type Beginning, newExpert, slugOf } from '../../domain/experts/new-expert.ts'
import type { Person } from '../../domain/people/person.ts'
import { changedFields } from '../../domain/experts/profile.ts'
import { type Message, personMessage } from '../../domain/messages/message.ts'
import { invalid, Refused } from '../../base/problem.ts'
import type { NewExpert } from '../../storage/port/experts.ts'
import { wantedOf } from '../../base/wanted.ts'
import { entryOf } from '../audit/trail.ts'
import { readTextPlace, writeCursor } from '../../base/cursors.ts'
import { presentStaffExpert } from './present.ts'
import { demandDone, profileAfter } from './profiles.ts'
import { demandAdmin } from '../../base/demand.ts'

const perPage = 50
/** Behind them the address of somebody with such a name is made unlike any other. */
const numberedSlugs = 5

/** Who is made an expert, and what their making must be stored with. */
interface Newcomer extends Beginning {
  readonly email: string
  readonly audit: AuditEntry
  readonly message: Message
  readonly application?: NewExpert['application']
}

/** Experts as administrators see to them. */
export function createExpertAdministration(deps: Deps) {
  const { storage, clock, newId, currency } = deps

  const present = (expert: Expert, email: string | null): AdminExpert => ({
    ...presentStaffExpert(expert, currency),
    email,
  })

  return {
    async list(
      actor: Actor,
      query: AdminExpertsQuery,
    ): Promise<{ items: AdminExpert[]; nextCursor?: string }> {
      demandAdmin(actor)
      const { items, next } = await storage.experts.list({
        ...wantedOf(query.query),
        show: query.show ?? 'all',
        after: readTextPlace(query.cursor),
        limit: query.limit ?? perPage,
      })
      return {
        items: items.map(({ expert, email }) => present(expert, email)),
        ...(next === undefined ? {} : { nextCursor: writeCursor([next]) }),
      }
    },

    async invite(actor: Actor, { email, name, category }: Invitation): Promise<AdminExpert> {
      const admin = demandAdmin(actor)
      const id = newId()
      const audit = entryOf(deps, admin, 'expert_invited', { id, name })
      const message = personMessage(id, 'invitation', { to: email, name }, clock())
      const made = await makeExpert(deps, { id, name, category, email, audit, message })
      return present(made.expert, made.person.email)
    },

    async change(
      actor: Actor,
      id: string,
      { version, ...fields }: AdminExpertChange,
    ): Promise<AdminExpert> {
      const admin = demandAdmin(actor)
      const before = await storage.experts.find(id)
      if (!before) throw new Refused('not_found')
      const next = profileAfter(before, version, fields)
      const subject = { id, name: next.name }
      const audit = entryOf(deps, admin, actionOf(before, next), subject, detailOf(before, next))
      const expert = demandDone(await storage.experts.change({ next, audit }))
      return present(expert, await storage.experts.emailOf(id))
    },
  }
}

/** An expert who is not listed yet, and their person. Throws `address_in_use`, or what is wrong with the category. */
export async function makeExpert(
  { storage, clock, newId }: Pick<Deps, 'storage' | 'clock' | 'newId'>,
  { email, audit, message, application, ...beginning }: Newcomer,
): Promise<{ expert: Expert; person: Person }> {
  const wished = slugOf(beginning.name)
  const person = { id: newId(), email, isAdmin: false, expertId: null, createdAt: clock() }
  for (let count = 1; ; count++) {
    const expert = newExpert(beginning, slugFor(wished, count, newId))
    const made = { expert, person, audit, message, ...(application ? { application } : {}) }
    const outcome = await storage.experts.create(made)
    switch (outcome.kind) {
      case 'done':
        return outcome
      case 'slug_taken':
        continue
      case 'no_category':
        throw invalid('#/category', 'There is no such category')
      case 'address_in_use':
      case 'already_decided':
        throw new Refused(outcome.kind)
    }
  }
}

function slugFor(wished: string, count: number, newId: () => string): string {
  if (count === 1) return wished
  if (count <= numberedSlugs) return `${wished}-${count}`
  return `${wished}-${newId()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(-8)}`
}

function actionOf(before: Expert, next: Expert): AuditAction {
  if (before.listed === next.listed) return 'expert_changed'
  return next.listed ? 'expert_listed' : 'expert_hidden'
}

function detailOf(before: Expert, next: Expert): string | undefined {
  const fields = changedFields(before, next)
  return fields.length > 0 ? `Changed: ${fields.join(', ')}` : undefined
}
