import { newKey, type World } from '../harness.ts'

/** Somebody who signed in: which passkeys there are and which calendars, and of whom, is nobody's business. */
export async function signInByTheBackDoor(
  world: World,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<{ readonly id: string; readonly address: string }> {
  const { people, calendarFeeds } = world.storage
  const { now } = world.clock
  const session = { id: newKey(), device: 'Firefox', startedAt: now, seenAt: now }
  const made = { id: newKey(), email, isAdmin: false, expertId: null, createdAt: now }
  const { person } = await people.signIn(made, session, newKey())
  const passkey = {
    id: newKey(),
    personId: person.id,
    credentialId: 'credential-of-zephyrine',
    publicKey: 'key-of-zephyrine',
    counter: 0,
    transports: [],
    name,
    addedAt: now,
    usedAt: null,
  }
  await people.addPasskey(passkey, session.id)
  const feed = { id: 'feed-of-zephyrine-0001', personId: person.id, side: 'customer' } as const
  await calendarFeeds.open({ ...feed, openedAt: now }, null)
  return { id: feed.id, address: world.tokens.forFeed(feed.id) }
}
