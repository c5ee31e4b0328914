import type { Problem } from '@expertconnect/contract/problem'
import type { ProblemCode } from '@expertconnect/contract/problems'
import { expect } from 'vitest'
import { instantOf } from '../../src/domain/time/instant.ts'
import { createBrowser } from '../browser.ts'
import { plainContent } from '../content.ts'
import { type Answer, newKey, startWorld, type World, type WorldOptions } from '../harness.ts'

export type Browser = ReturnType<typeof createBrowser>

/** Ada and Bina, who can sign in. */
export function startDesk(options: WorldOptions = {}): Promise<World> {
  const content = plainContent()
  const people = content.experts.map(({ id, slug }) => ({
    id: `person-${slug}`,
    email: `${slug}@example.com`,
    isAdmin: false,
    expertId: id,
    createdAt: instantOf(0),
  }))
  return startWorld({ ...options, content: { ...content, people } })
}

export async function signedIn(world: World, email: string): Promise<Browser> {
  const browser = createBrowser(world)
  await browser.signIn(email)
  return browser
}

/** Somebody who is an administrator, signed in. */
export async function administrator(world: World, email = 'admin@example.com'): Promise<Browser> {
  const person = { id: 'person-admin', email, isAdmin: true, expertId: null }
  await world.storage.people.setAdmin(email, true, { ...person, createdAt: world.clock.now })
  return signedIn(world, email)
}

/** A change of a booking, with a new key. */
export function changeOf(id: string, body: Record<string, unknown>, bearer?: string) {
  return { params: { id }, body, key: newKey(), ...(bearer === undefined ? {} : { bearer }) }
}

export function expectCode({ body }: Answer<Problem>, code: ProblemCode): void {
  expect(body.code).toBe(code)
}
