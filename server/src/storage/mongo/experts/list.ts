import type { ExpertsAsked, ExpertWithEmail } from '../../port/experts.ts'
import type { Page } from '../../port/page.ts'
import { addressesAtMost, addressesBeginningWith } from '../../rules/beginnings.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { Models } from '../engine/models.ts'
import { wordsBeginningWith } from './directory.ts'
import { expertFields, expertOf, type StoredExpert } from './experts.ts'

const shown = { all: {}, listed: { listed: true }, unlisted: { listed: false } } as const
const isExpert = { expertId: { $type: 'string' } } as const

/** Whoever is listed or not, for administrators. */
export function createList({ experts, people }: Pick<Models, 'experts' | 'people'>) {
  async function list(asked: ExpertsAsked): Promise<Page<ExpertWithEmail, string>> {
    const { words = [], email, show, after, limit } = asked
    const ids = email === undefined ? null : await expertsWith(email)
    const docs = await experts
      .find(
        {
          ...shown[show],
          slug: { $gt: after ?? '' },
          ...(ids ? { _id: { $in: ids } } : {}),
          ...wordsBeginningWith(words),
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
    const [from, before] = addressesBeginningWith(beginning)
    const docs = await people
      .find({ ...isExpert, emailKey: { $gte: from, $lt: before } }, { expertId: 1 })
      .limit(addressesAtMost)
      .hint('experts_by_email')
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

  return {
    list,
    emailOf: async (expertId: string) => (await emailsOf([expertId])).get(expertId) ?? null,
  }
}
