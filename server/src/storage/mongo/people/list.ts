import { emailKey } from '../../../domain/people/person.ts'
import type { Page } from '../../port/page.ts'
import type { PeopleAsked, PersonWithExpert } from '../../port/people.ts'
import { addressesBeginningWith } from '../../rules/beginnings.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { Models } from '../engine/models.ts'
import { personOf } from './people.ts'

const roles = {
  all: {},
  expert: { expertId: { $type: 'string' } },
  admin: { isAdmin: true },
} as const
const hints = { all: 'email', expert: 'experts_by_email', admin: 'admins_by_email' } as const

export function createList({ experts, people }: Pick<Models, 'experts' | 'people'>) {
  return async function list(asked: PeopleAsked): Promise<Page<PersonWithExpert, string>> {
    const { email, role, after, limit } = asked
    const [from, before] = addressesBeginningWith(email)
    const within = { emailKey: { $gte: from, $lt: before } }
    const docs = await people
      .find({ $and: [roles[role], within, { emailKey: { $gt: after ?? '' } }] })
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
}
