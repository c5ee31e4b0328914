import { type Collection, inOrder, type Rows } from '../../copy/rows.ts'
import { applicationDocOf, applicationOf } from '../applications/applications.ts'
import { auditDocOf, entryOf } from '../audit/audit.ts'
import { blockDocOf, blockOf } from '../blocks/blocks.ts'
import { reportDocOf, reportOf } from '../blocks/reports.ts'
import { sourceDocOf, sourceOf } from '../calendars/sources.ts'
import { callEventDocOf, callEventOf } from '../calls/events.ts'
import { noteDocOf, noteOf } from '../notes/notes.ts'
import { changedAtOf, docOf, recordOf, storedRecord } from '../bookings/record-mapper.ts'
import { expertDocOf, expertFields, expertOf, type StoredExpert } from '../experts/experts.ts'
import { feedDocOf, feedOf } from '../calendars/feeds.ts'
import type { Models } from '../engine/models.ts'
import { messageDocOf, messageOf } from '../messages/message-mapper.ts'
import { passkeyDocOf, passkeyOf } from '../people/passkeys.ts'
import { personDocOf, personOf } from '../people/people.ts'
import { bytesOf } from '../experts/photos.ts'
import { reviewDocOf, reviewOf } from '../reviews/reviews.ts'
import { sessionDocOf } from '../people/sessions.ts'

type Readers = {
  readonly [C in Collection]: (after: string, limit: number) => Promise<readonly Rows[C][]>
}

export function createReaders(models: Models): Readers {
  const behind = (after: string) => ({ _id: { $gt: after } })
  const byId = { _id: 1 } as const

  return {
    async categories(after, limit) {
      const docs = await models.categories.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(({ _id: id, name, icon, position, synonyms = null }) => {
        return { id, name, icon, position, synonyms }
      })
    },
    async photos(after, limit) {
      const docs = await models.photos.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(({ _id: id, bytes }) => ({
        id,
        bytes: Buffer.from(bytesOf(bytes)).toString('base64'),
      }))
    },
    async experts(after, limit) {
      const docs = await models.experts
        .find(behind(after), { ...expertFields, nextFreeUntil: 1 })
        .sort(byId)
        .limit(limit)
        .lean<(StoredExpert & Pick<Rows['experts'], 'nextFreeUntil'>)[]>()
      return docs.map(({ nextFreeUntil, ...doc }) => ({ ...expertOf(doc), nextFreeUntil }))
    },
    async reviews(after, limit) {
      const docs = await models.reviews.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(reviewOf)
    },
    async people(after, limit) {
      const docs = await models.people.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(personOf)
    },
    async sessions(after, limit) {
      const docs = await models.sessions.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(({ _id: id, endsAt: _endsAt, ...session }) => ({ id, ...session }))
    },
    async passkeys(after, limit) {
      const docs = await models.passkeys.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(passkeyOf)
    },
    async bookings(after, limit) {
      const docs = await models.bookings.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map((doc) => ({
        id: doc._id,
        record: recordOf(doc),
        changedAt: changedAtOf(doc),
        owed: doc.owed ?? [],
        remindAt: doc.remindAt ?? null,
        answers: inOrder(doc.answers).map((answer) => ({
          ...answer,
          record: storedRecord(answer.record),
        })),
      }))
    },
    async messages(after, limit) {
      const docs = await models.messages.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(messageOf)
    },
    async mailChoices(after, limit) {
      const docs = await models.mailChoices.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(({ _id: id, choices, agendaAt = null }) => ({ id, choices, agendaAt }))
    },
    async installation(after, limit) {
      const docs = await models.installation.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(({ _id: id, value }) => ({ id, value }))
    },
    async uses(after, limit) {
      const docs = await models.uses.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(({ _id: id, count, endsAt }) => ({ id, count, endsAt }))
    },
    async applications(after, limit) {
      const docs = await models.applications.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(applicationOf)
    },
    async audit(after, limit) {
      const docs = await models.audit.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(entryOf)
    },
    async blocks(after, limit) {
      const docs = await models.blocks.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(blockOf)
    },
    async reports(after, limit) {
      const docs = await models.reports.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(reportOf)
    },
    async callEvents(after, limit) {
      const docs = await models.callEvents.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map((doc) => ({ ...callEventOf(doc), isOpen: doc.open === true }))
    },
    async notes(after, limit) {
      const docs = await models.notes.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map((doc) => ({ id: doc._id, ...noteOf(doc) }))
    },
    async calendarFeeds(after, limit) {
      const docs = await models.calendarFeeds.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(feedOf)
    },
    async calendarSources(after, limit) {
      const docs = await models.calendarSources.find(behind(after)).sort(byId).limit(limit).lean()
      return docs.map(sourceOf)
    },
  }
}

export interface StoredDoc {
  readonly _id: string
  readonly expertId?: string | null
}

/**
 * The documents that a server would have written. Nobody shall hear of bookings, nor have their experts marked for them:
 * all experts are due as it is.
 */
export const documents: {
  readonly [C in Collection]: (row: Rows[C]) => StoredDoc
} = {
  categories: ({ id, synonyms, ...category }) => {
    return { _id: id, ...category, ...(synonyms && { synonyms }) }
  },
  photos: ({ id, bytes }) => ({ _id: id, bytes: Buffer.from(bytes, 'base64'), chosen: 1 }),
  experts: ({ nextFreeUntil, ...expert }) => expertDocOf(expert, nextFreeUntil),
  reviews: reviewDocOf,
  people: personDocOf,
  sessions: ({ tokenHash, ...session }) => sessionDocOf(session, tokenHash),
  passkeys: passkeyDocOf,
  bookings: ({ record, changedAt, answers, owed, remindAt }) =>
    docOf(record, {
      answers,
      at: changedAt,
      owing: {
        ...(owed.length > 0 ? { owed: [...owed] } : {}),
        ...(remindAt === null ? {} : { remindAt }),
      },
    }),
  messages: messageDocOf,
  mailChoices: ({ id, choices, agendaAt }) => ({
    _id: id,
    choices,
    ...(agendaAt === null ? {} : { agendaAt }),
  }),
  installation: ({ id, value }) => ({ _id: id, value }),
  uses: ({ id, ...use }) => ({ _id: id, ...use }),
  applications: applicationDocOf,
  audit: auditDocOf,
  blocks: blockDocOf,
  reports: reportDocOf,
  callEvents: ({ isOpen, ...event }) => callEventDocOf(event, isOpen),
  notes: ({ id: _id, ...note }) => noteDocOf(note),
  calendarFeeds: feedDocOf,
  calendarSources: sourceDocOf,
}
