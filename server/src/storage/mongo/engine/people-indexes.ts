import type { Indexes } from './index-shape.ts'
import type { Models } from './models.ts'

/** Of people, how they prove who they are, and what is theirs alone. */
export const peopleIndexes = {
  people: {
    email: { key: { emailKey: 1 }, unique: true },
    expert: {
      key: { expertId: 1 },
      unique: true,
      partialFilterExpression: { expertId: { $type: 'string' } },
    },
    admins_by_email: {
      key: { isAdmin: 1, emailKey: 1 },
      partialFilterExpression: { isAdmin: true },
    },
    experts_by_email: {
      key: { emailKey: 1, expertId: 1 },
      partialFilterExpression: { expertId: { $type: 'string' } },
    },
    admins: { key: { isAdmin: 1 }, partialFilterExpression: { isAdmin: true } },
  },
  sessions: {
    token: { key: { tokenHash: 1 }, unique: true },
    sessions_of: { key: { personId: 1, seenAt: -1, _id: -1 } },
    ended: { key: { endsAt: 1 } },
  },
  passkeys: {
    credential: { key: { credentialId: 1 }, unique: true },
    of_person: { key: { personId: 1, addedAt: 1, _id: 1 } },
  },
  challenges: {
    of_email: { key: { emailKey: 1 } },
    link: { key: { linkHash: 1 }, unique: true },
    expired: { key: { expiresAt: 1 } },
  },
  calendarFeeds: {
    // Of several that are opened at once, one is the person's.
    of_person: { key: { personId: 1, side: 1 }, unique: true },
  },
} as const satisfies Partial<Record<keyof Models, Indexes>>
