import { emailKey } from '../../../domain/people/person.ts'
import type { Page } from '../../port/page.ts'
import type { PeopleAsked, PersonWithExpert } from '../../port/people.ts'
import { addressesBeginningWith } from '../../rules/beginnings.ts'
import { pageOf } from '../../rules/page-of.ts'
import type { Database } from '../engine/driver.ts'
import { personOf, type PersonRow } from './people.ts'

export function createList(db: Database) {
  const having = (role: string) =>
    db.prepare<PersonRow & { expert_name: string | null }>(`
      SELECT person.id, email, is_admin, expert_id, created_at, expert.name AS expert_name
      FROM person LEFT JOIN expert ON expert.id = person.expert_id
      WHERE email_key > ? AND email_key >= ? AND email_key < ? ${role}
      ORDER BY email_key LIMIT ?`)
  const roles = {
    all: having(''),
    expert: having('AND expert_id IS NOT NULL'),
    admin: having('AND is_admin = 1'),
  } satisfies Record<PeopleAsked['role'], unknown>

  return function list(asked: PeopleAsked): Page<PersonWithExpert, string> {
    const { email, role, after, limit } = asked
    const rows = roles[role].all(after ?? '', ...addressesBeginningWith(email), limit + 1)
    const items = rows.map((row) => ({ person: personOf(row), expertName: row.expert_name }))
    return pageOf(items, limit, ({ person }) => emailKey(person.email))
  }
}
