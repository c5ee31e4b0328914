import { emailKey } from '../../../domain/people/person.ts'
import type {
  ExpertsAsked,
  ExpertWithEmail,
  Page,
  PeopleAsked,
  PersonWithExpert,
} from '../../port/applications.ts'
import { pageOf } from '../../rules/look-through.ts'
import { expertFields, expertOf, type StoredExpert } from './experts.ts'
import type { Models } from '../engine/models.ts'
import { personOf } from '../people/people.ts'

/** So many addresses with one beginning are looked at. */
const addressesAtMost = 1000
const afterEveryKey = '\u{10FFFF}'

const shown = { all: {}, listed: { listed: true }, unlisted: { listed: false } } as const
const isExpert = { expertId: { $type: 'string' } } as const
const roles = { all: {}, expert: isExpert, admin: { isAdmin: true } } as const
const hints = { all: 'email', expert: 'experts_by_email', admin: 'admins_by_email' } as const

export function createAdminLists({ experts, people }: Pick<Models, 'experts' | 'people'>) {
  async function listExperts(asked: ExpertsAsked): Promise<Page<ExpertWithEmail, string>> {
    const { words = [], email, show, after, limit } = asked
    const ids = email === undefined ? null : await expertsWith(email)
    const docs = await experts
      .find(
        {
          ...shown[show],
          slug: { $gt: after ?? '' },
          ...(ids ? { _id: { $in: ids } } : {}),
          // Search words hold letters and digits alone, so they mean themselves in a pattern.
          ...(words.length > 0
            ? { $and: words.map((word) => ({ words: { $regex: `^${word}` } })) }
            : {}),
        },
        expertFields,
      )
      .sort({ slug: 1 })
      .limit(limit + 1)
      .lean<StoredExpert[]>()
    const page = pageOf(docs.map(expertOf), limit, ({ slug }) => slug)
    const emails = await emailsOf(page.items.map(({ id }) => id))
    const items = page.items.map((expert) => ({ expert, email: emails.get(expert.id) ?? null }))
    return { ...page, items }
  }

  async function expertsWith(beginning: string): Promise<string[]> {
    const docs = await people
      .find({ ...isExpert, ...within(beginning) }, { expertId: 1 })
      .limit(addressesAtMost)
      .hint(hints.expert)
      .lean()
    return docs.flatMap(({ expertId }) => expertId ?? [])
  }

  async function emailsOf(ids: readonly string[]): Promise<Map<string, string>> {
    const docs = await people
      .find({ expertId: { $in: [...ids] } }, { expertId: 1, email: 1 })
      .hint('expert')
      .lean()
    return new Map(docs.map(({ expertId, email }) => [expertId ?? '', email]))
  }

  async function listPeople(asked: PeopleAsked): Promise<Page<PersonWithExpert, string>> {
    const { email, role, after, limit } = asked
    const docs = await people
      .find({ $and: [roles[role], within(email), { emailKey: { $gt: after ?? '' } }] })
      .sort({ emailKey: 1 })
      .limit(limit + 1)
      .hint(hints[role])
      .lean()
    const page = pageOf(docs.map(personOf), limit, (person) => emailKey(person.email))
    const ids = page.items.flatMap(({ expertId }) => expertId ?? [])
    const named = await experts.find({ _id: { $in: ids } }, { name: 1 }).lean()
    const names = new Map(named.map(({ _id, name }) => [_id, name]))
    const items = page.items.map((person) => {
      return { person, expertName: names.get(person.expertId ?? '') ?? null }
    })
    return { ...page, items }
  }

  return {
    listExperts,
    listPeople,
    emailOf: async (expertId: string) => (await emailsOf([expertId])).get(expertId) ?? null,
  }
}

function within(beginning: string) {
  const key = emailKey(beginning)
  return { emailKey: { $gte: key, $lt: key + afterEveryKey } }
}
