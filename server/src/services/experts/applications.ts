import type {
  Application as ApplicationView,
  ApplicationInput,
  ApplicationsQuery,
  Decision,
} from '@expertconnect/contract/experts/shapes'
import type * as z from 'zod/mini'
import type { Actor } from '../../base/actor.ts'
import type { Deps } from '../../base/deps.ts'
import type { Application } from '../../domain/experts/application.ts'
import { emailKey } from '../../domain/people/person.ts'
import { personMessage } from '../../domain/messages/message.ts'
import { invalid, Refused } from '../../base/problem.ts'
import { makeExpert } from './administration.ts'
import { wantedOf } from '../../base/wanted.ts'
import { entryOf } from '../audit/trail.ts'
import { readTimePlace, writeTimePlace } from '../../base/cursors.ts'
import { presentApplication } from './present.ts'
import { demandAdmin } from '../../base/demand.ts'

const perPage = 50

/** How somebody becomes an expert: they apply, an administrator decides, and a mail tells them. */
export function createApplications(deps: Deps) {
  const { storage, clock, newId } = deps

  async function find(id: string): Promise<Application> {
    const application = await storage.applications.find(id)
    if (!application) throw new Refused('not_found')
    return application
  }

  async function approve(actor: Actor, application: Application): Promise<void> {
    const admin = demandAdmin(actor)
    const { email, name, headline, bio, category } = application
    const id = newId()
    await makeExpert(deps, {
      id,
      email,
      name,
      headline,
      bio,
      category,
      audit: entryOf(deps, admin, 'application_approved', { id, name }),
      application: { id: application.id, at: clock() },
      message: personMessage(application.id, 'approval', { to: email, name }, clock()),
    })
  }

  async function decline(actor: Actor, application: Application, reason?: string): Promise<void> {
    const admin = demandAdmin(actor)
    const { id, name, email } = application
    const entry = entryOf(deps, admin, 'application_declined', { id, name }, reason)
    const outcome = await storage.applications.decline(
      { id, at: clock(), ...(reason ? { reason } : {}) },
      entry,
      personMessage(id, 'decline', { to: email, name, reason }, clock()),
    )
    if (outcome.kind !== 'done') throw new Refused(outcome.kind)
  }

  return {
    /**
     * Nobody is written to: the address is not proved. Whether it is known is not told. Each is kept beside those that
     * came before: anybody can type a stranger's address, and must not take the place of what its owner wrote.
     */
    async apply(
      { signedIn }: Pick<Actor, 'signedIn'>,
      input: z.infer<typeof ApplicationInput>,
    ): Promise<void> {
      const categories = await storage.categories.list()
      if (!categories.some(({ slug }) => slug === input.category)) {
        throw invalid('#/category', 'There is no such category')
      }
      const isTheirs = signedIn && emailKey(signedIn.person.email) === emailKey(input.email)
      await storage.applications.send({
        id: newId(),
        ...input,
        ...(isTheirs ? { proved: true } : {}),
        state: 'waiting',
        sentAt: clock(),
      })
    },

    async list(
      actor: Actor,
      query: ApplicationsQuery,
    ): Promise<{ items: ApplicationView[]; nextCursor?: string }> {
      demandAdmin(actor)
      const { items, next } = await storage.applications.list({
        ...wantedOf(query.query),
        state: query.state,
        after: readTimePlace(query.cursor),
        limit: query.limit ?? perPage,
      })
      return {
        items: items.map(presentApplication),
        ...(next ? { nextCursor: writeTimePlace(next) } : {}),
      }
    },

    async decide(actor: Actor, id: string, { state, reason }: Decision): Promise<ApplicationView> {
      demandAdmin(actor)
      const application = await find(id)
      if (state === 'approved') await approve(actor, application)
      else await decline(actor, application, reason)
      return presentApplication(await find(id))
    },
  }
}
