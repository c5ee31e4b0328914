import { emailKey } from '../../../domain/people/person.ts'
import type { Page, PeopleAsked, PersonWithExpert } from '../../port/applications.ts'
import { pageOf } from '../../rules/look-through.ts'
import type { Database } from '../engine/driver.ts'
import { personOf, type PersonRow } from './people.ts'

const afterEveryKey = '\u{10FFFF}'

export function createListPeople(db: Database) {
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
    const key = emailKey(email)
    const rows = roles[role].all(after ?? '', key, key + afterEveryKey, limit + 1)
    const items = rows.map((row) => ({ person: personOf(row), expertName: row.expert_name }))
    return pageOf(items, limit, ({ person }) => emailKey(person.email))
  }
}
