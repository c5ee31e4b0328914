import type { EndpointName } from '@expertconnect/contract/endpoints'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createBrowser } from '../../browser.ts'
import { type Answer, newKey, startWorld, type World } from '../../harness.ts'
import { bookingInput } from '../requests.ts'
import { adaEmail, adminEmail, signedIn, staffedContent } from '../staff.ts'

/** A customer, an expert, an administrator; one who was only ever booked for; and nobody. */
const grace = 'grace@example.com'
const booked = 'only-booked@example.com'
const addresses = [grace, adaEmail, adminEmail, booked, 'nobody-knows@example.org']

let world: World
let starts: number
beforeEach(async () => {
  starts = 0
  world = await startWorld({ content: staffedContent() })
  await createBrowser(world).signIn(grace)
  await createBrowser(world).signIn(adminEmail)
  await book(booked)
  await book(grace)
  const application = { name: 'Mary', headline: 'Stars', category: 'engineering', bio: 'A book.' }
  await world.send('applyAsExpert', { body: { ...application, email: grace } })
})
afterEach(() => world.stop())

/** A start that nobody has taken. */
function freeStart(): string {
  const hours = starts++
  const date = String(12 + Math.floor(hours / 8)).padStart(2, '0')
  return `2027-01-${date}T${String(9 + (hours % 8)).padStart(2, '0')}:00:00Z`
}

async function book(email: string) {
  const body = bookingInput(freeStart(), { customer: { name: 'Grace Hopper', email } })
  return world.send('createBooking', { key: newKey(), body })
}

/** What tells one request from another whoever asks, and what the address itself is. */
function told(answer: Answer<unknown>, email: string) {
  const body = JSON.stringify(answer.body)
    .replaceAll(email, 'ADDRESS')
    .replaceAll(/id-\d{6}/g, 'ID')
    .replaceAll(/"(manageToken|requestId)":"[^"]+"/g, '"$1":"…"')
    .replaceAll(/2027-01-\d\dT[\d:]+Z/g, 'TIME')
  const headers = [...answer.headers].flatMap(([name, value]) => {
    if (['date', 'x-request-id', 'etag', 'content-length'].includes(name)) return []
    return [
      `${name}: ${value.replaceAll(/=[\w.-]{20,}/g, '=SECRET').replaceAll(/Expires=[^;]+/g, '')}`,
    ]
  })
  return { status: answer.status, body, headers }
}

const routes: Readonly<Partial<Record<EndpointName, (email: string) => Promise<Answer<unknown>>>>> =
  {
    startSignIn: (email) => createBrowser(world).send('startSignIn', { body: { email } }),
    proveSignIn: (email) =>
      createBrowser(world).refuse('proveSignIn', { body: { link: 'x'.repeat(43), email } }),
    applyAsExpert: (email) =>
      createBrowser(world).send('applyAsExpert', {
        body: { email, name: 'Eve', headline: 'H', category: 'engineering', bio: 'B' },
      }),
    createBooking: (email) => book(email),
    async changeBooking(email) {
      const { body } = await book('somebody-else@example.org')
      return world.send('changeBooking', {
        params: { id: body.booking.id },
        key: newKey(),
        bearer: body.manageToken,
        body: { version: 1, customer: { email } },
      })
    },
    async startAddressChange(email) {
      const browser = await signedIn(world, 'asking@example.org')
      return browser.send('startAddressChange', { body: { email } })
    },
  }

it.each(Object.entries(routes))(
  '%s answers alike, head and body, whoever has the address',
  async (_name, ask) => {
    const answers = []
    for (const email of addresses) answers.push(told(await ask(email), email))
    for (const answer of answers) expect(answer).toEqual(answers[0])
  },
)

it('a right code of an address that nobody had opens a session as any other does', async () => {
  const heads = []
  for (const email of [grace, 'nobody-yet@example.org']) {
    const answer = await createBrowser(world).signIn(email)
    const { status, headers } = told(answer, email)
    heads.push({ status, headers })
  }
  expect(heads[0]).toEqual(heads[1])
})
