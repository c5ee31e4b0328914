import type { AuditAction } from '@expertconnect/contract/audit/shapes'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import type { Limits } from '../../base/limits.ts'
import { networkKey } from '../../base/network.ts'
import type { AuditEntry, RoleAudit } from '../../domain/people/audit.ts'
import type { Person } from '../../domain/people/person.ts'
import { minute } from '../../domain/time/instant.ts'

/** Of refusals, by all networks together. */
const refusalsPerMinute = 60

/** From where something was done: the browser in words, and whose network address the actor has. */
export interface From {
  readonly actor: Actor
  readonly device: string
}

export type Log = ReturnType<typeof createLog>

/** What is logged beside administrative changes: who signed in, who was refused, and what became of ways in. */
export function createLog(deps: Deps, limits: Limits) {
  const { storage, clock, tokens, newId } = deps

  function about(action: AuditAction, by: string, { actor, device }: From, detail?: string) {
    const network = tokens.pseudonym(networkKey(actor.address)).slice(0, 10)
    const entry: RoleAudit = { id: newId(), at: clock(), by, action, device, network }
    return detail === undefined ? entry : { ...entry, detail }
  }

  return {
    /** To be stored in the commit of a change of this person. */
    about,

    async ofPerson(
      action: AuditAction,
      person: Person,
      from: From,
      detail?: string,
    ): Promise<void> {
      const subject = { id: person.id, name: person.email }
      await storage.audit.note({ ...about(action, person.email, from, detail), subject })
    },

    /**
     * One in a minute of each network, then the tenth, the hundredth and so on: a flood must not fill the log. Who was
     * meant is logged only of people that there are: what strangers type is none of the log's.
     */
    async refused(email: string | null, from: From, why: string): Promise<void> {
      const { count } = await limits.count('log refusals', networkKey(from.actor.address), minute)
      if (!/^10*$/.test(String(count))) return
      const all = await limits.count('log refusals', 'all', minute)
      if (all.count > refusalsPerMinute) return
      const person = email === null ? null : await storage.people.findByEmail(email)
      const subject: AuditEntry['subject'] = person
        ? { id: person.id, name: person.email }
        : { id: 'nobody', name: 'an address that nobody has' }
      const detail = count === 1 ? why : `${why}; the ${count}th within a minute`
      await storage.audit.note({ ...about('sign_in_refused', 'stranger', from, detail), subject })
    },
  }
}
