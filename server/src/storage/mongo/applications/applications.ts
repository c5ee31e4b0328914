import type { ClientSession, Connection } from 'mongoose'
import type { Application } from '../../../domain/experts/application.ts'
import type { Message } from '../../../domain/messages/message.ts'
import type { AuditEntry } from '../../../domain/people/audit.ts'
import { emailKey } from '../../../domain/people/person.ts'
import type { ApplicationsAsked, Decline, DeclineOutcome } from '../../port/applications.ts'
import type { Page, TimePlace } from '../../port/page.ts'
import { applicationsPage, otherWasApproved } from '../../rules/application-pages.ts'
import type { Audit } from '../audit/audit.ts'
import { earlierThan } from '../engine/behind.ts'
import type { ApplicationDoc } from '../engine/documents.ts'
import type { Models } from '../engine/models.ts'
import type { Messages } from '../messages/messages.ts'

export type Applications = ReturnType<typeof createApplications>

export function createApplications(
  connection: Connection,
  { applications }: Pick<Models, 'applications'>,
  { audit, messages }: { readonly audit: Audit; readonly messages: Messages },
) {
  async function send(application: Application): Promise<void> {
    await applications.create([applicationDocOf(application)])
  }

  async function find(id: string): Promise<Application | null> {
    const doc = await applications.findById(id).lean()
    return doc && applicationOf(doc)
  }

  /** In the transaction of what is decided. False if it does not wait. */
  async function decide(
    { id, at, reason }: Decline,
    state: 'approved' | 'declined',
    session: ClientSession,
  ): Promise<boolean> {
    const decided = { state, decidedAt: at, ...(reason === undefined ? {} : { reason }) }
    const waiting = { _id: id, state: 'waiting' } as const
    const before = await applications
      .findOneAndUpdate(waiting, { $set: decided }, { session, projection: { emailKey: 1 } })
      .lean()
    if (!before) return false
    if (state === 'approved') {
      const others = { emailKey: before.emailKey, state: 'waiting' } as const
      const declined = { state: 'declined', decidedAt: at, reason: otherWasApproved } as const
      await applications.updateMany(others, { $set: declined }, { session })
    }
    return true
  }

  async function decline(
    declined: Decline,
    entry: AuditEntry,
    message: Message,
  ): Promise<DeclineOutcome> {
    const decided = await connection.transaction(async (session) => {
      if (!(await decide(declined, 'declined', session))) return false
      await audit.insert(entry, session)
      await messages.insert(message, session)
      return true
    })
    const application = await find(declined.id)
    if (!application) return { kind: 'not_found' }
    return decided ? { kind: 'done', application } : { kind: 'already_decided' }
  }

  function list({ state, ...asked }: ApplicationsAsked): Promise<Page<Application, TimePlace>> {
    return applicationsPage(asked, async (after, count) => {
      const docs = await applications
        .find({ ...(state === undefined ? {} : { state }), ...earlierThan('sentAt', after) })
        .sort({ sentAt: -1, _id: -1 })
        .limit(count)
        .lean()
      return docs.map(applicationOf)
    })
  }

  async function listOf(email: string): Promise<Application[]> {
    const docs = await applications
      .find({ emailKey: emailKey(email) })
      .sort({ sentAt: -1, _id: -1 })
      .lean()
    return docs.map(applicationOf)
  }

  return { send, find, decide, decline, list, listOf }
}

export function applicationDocOf({ id, ...application }: Application): ApplicationDoc {
  return { ...application, _id: id, emailKey: emailKey(application.email) }
}

export function applicationOf(doc: ApplicationDoc): Application {
  const { _id: id, emailKey: _key, ...application } = doc
  return { id, ...application }
}
