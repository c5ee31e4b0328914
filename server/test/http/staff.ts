import type { Person } from '../../src/domain/people/person.ts'
import type { Content } from '../../src/storage/port/content.ts'
import { createBrowser } from '../browser.ts'
import { plainContent } from '../content.ts'
import { mondayMorning, type World } from '../harness.ts'

export const adaEmail = 'ada@example.com'
export const binaEmail = 'bina@example.com'
export const adminEmail = 'admin@example.com'

function person(id: string, email: string, fields: Partial<Person> = {}): Person {
  return { id, email, isAdmin: false, expertId: null, createdAt: mondayMorning, ...fields }
}

/** Ada and Bina can sign in to their desks, and somebody administers. */
export function staffedContent(): Content {
  return {
    ...plainContent(),
    people: [
      person('person-ada', adaEmail, { expertId: 'expert-ada' }),
      person('person-bina', binaEmail, { expertId: 'expert-bina' }),
      person('person-admin', adminEmail, { isAdmin: true }),
    ],
  }
}

/** A browser in which this address is signed in. */
export async function signedIn(world: World, email: string) {
  const browser = createBrowser(world)
  await browser.signIn(email)
  return browser
}
