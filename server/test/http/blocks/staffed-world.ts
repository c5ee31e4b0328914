import { expect, vi } from 'vitest'
import { newKey, startWorld, type World, type WorldOptions } from '../../harness.ts'
import { book, from } from '../bookings/proof-scene.ts'
import { adaEmail, adminEmail, binaEmail, signedIn, staffedContent } from '../staff.ts'

/** Ada, Bina and an administrator at their desks, behind a proxy that says where each request comes from. */
export async function openStaffed(options: WorldOptions = {}) {
  const world = await startWorld({ content: staffedContent(), trustProxy: 1, ...options })
  const ada = await signedIn(world, adaEmail)
  const bina = await signedIn(world, binaEmail)
  const admin = await signedIn(world, adminEmail)
  return { world, ada, bina, admin }
}

export type Staffed = Awaited<ReturnType<typeof openStaffed>>

/** A start that she offers, in another zone. */
export const withBina = '2027-01-14T04:15:00Z'

export const mallory = { name: 'Mallory', email: 'mallory@evil.example' }

/** Books one after the other, from one network. */
export async function bookAll(
  world: World,
  network: string,
  starts: readonly string[],
  more: Record<string, unknown> = {},
) {
  const made = []
  for (const startsAt of starts) made.push((await book(world, startsAt, network, more)).body)
  return made
}

/** Keeps a slot, from a network. */
export async function holdFrom(world: World, startsAt: string, network: string, more = {}) {
  const body = { expertId: 'expert-ada', startsAt, minutes: 30, holder: newKey(), ...more }
  return (await world.send('createHold', { body, key: newKey(), headers: from(network) })).body
}

export async function refuseHold(world: World, startsAt: string, network: string, more = {}) {
  const body = { expertId: 'expert-ada', startsAt, minutes: 30, holder: newKey(), ...more }
  return (await world.refuse('createHold', { body, key: newKey(), headers: from(network) })).body
}

/** What is owed goes out a moment after the answer. */
export async function expectMail({ mails }: World, to: string, words: string): Promise<void> {
  await vi.waitFor(() => {
    const texts = mails.filter((mail) => mail.to === to).map(({ text }) => text)
    expect(texts.join('\n')).toContain(words)
  })
}

export const kinds = ['address', 'domain', 'network'] as const

/** Blocks whoever has booked this, as an expert or as an administrator. */
export async function block(
  scene: Staffed,
  by: 'ada' | 'admin',
  bookingId: string | undefined,
  kind: (typeof kinds)[number],
  more: Record<string, unknown> = {},
) {
  const name = by === 'ada' ? 'makeDeskBlock' : 'makeBlock'
  return (await scene[by].send(name, { body: { bookingId, kind, ...more } })).body
}
