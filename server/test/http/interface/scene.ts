import { type EndpointName, endpoints } from '@expertconnect/contract/endpoints'
import { formatInstant, type Instant, parseInstant } from '../../../src/domain/time/instant.ts'
import type { Person } from '../../../src/domain/people/person.ts'
import { createBrowser } from '../../browser.ts'
import { plainContent } from '../../content.ts'
import { mondayMorning, newKey, startWorld, type World } from '../../harness.ts'
import { type RawAnswer, rawRequest } from '../../raw-request.ts'
import { makeBooking } from '../requests.ts'

const day = 24 * 60 * 60_000

/** Whoever may ask for something. */
export const actors = [
  'stranger',
  'other customer',
  'customer',
  'customer by token',
  'other expert',
  'expert',
  'expert by token',
  'administrator',
  'expired session',
  'wrong token',
] as const
export type ActorName = (typeof actors)[number]

export interface Booked {
  readonly id: string
  readonly version: number
  readonly startsAt: string
  readonly manageToken: string
}

/** What is sent beside who one is. */
export interface Sent {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly picture?: Buffer
  /** Whose tokens are meant; that of the scene where it is left out. */
  readonly booking?: Booked
  /** In place of the actor's own. */
  readonly bearer?: string
  /** Beside the actor's own. */
  readonly cookie?: string
  /** In place of what a page of ours sends; an empty one is left out. */
  readonly headers?: Readonly<Record<string, string>>
}

const addresses = {
  customer: 'grace@example.com',
  'other customer': 'other@example.com',
  expert: 'ada@example.com',
  'other expert': 'bina@example.com',
  administrator: 'root@example.com',
} as const

export const target = person('target', {})

function person(name: string, roles: Partial<Person>): Person {
  return {
    id: `person-${name}`,
    email: `${name}@example.com`,
    isAdmin: false,
    expertId: null,
    createdAt: mondayMorning,
    ...roles,
  }
}

export interface Scene {
  readonly world: World
  readonly booking: Booked
  /** One more session of the customer with the expert, in the days after the scene. */
  book(): Promise<Booked>
  /** One that took place in the week before. */
  bookOver(): Promise<Booked>
  /** The same of somebody with another address. */
  bookAs(email: string): Promise<Booked>
  /** A start that nobody has taken. */
  freeStart(): string
  cookieOf(actor: ActorName): string | undefined
  bearerOf(actor: ActorName, booking?: Booked): Promise<string | undefined>
  /** What the call of the scene's booking gives them to go in with, at this time. */
  ticketOf(actor: ActorName): Promise<string>
  /** An address that nobody has used in this scene. */
  newAddress(): string
  ask(actor: ActorName, name: EndpointName, sent?: Sent): Promise<RawAnswer>
  /** Any path, with what a browser on a page of ours sends. */
  request(actor: ActorName, method: string, path: string, sent?: Sent): Promise<RawAnswer>
  close(): Promise<void>
}

/** Everybody who can ask for something, in one world: a customer has booked a session with an expert. */
export async function openScene(): Promise<Scene> {
  const people = [
    person('ada', { expertId: 'expert-ada' }),
    person('bina', { expertId: 'expert-bina' }),
    person('root', { isAdmin: true }),
    target,
  ]
  const world = await startWorld({ content: { ...plainContent(), people } })
  const cookies = new Map<ActorName, string>()
  async function signIn(actor: ActorName, email: string): Promise<void> {
    const browser = createBrowser(world)
    await browser.signIn(email)
    cookies.set(actor, [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
  }
  world.clock.now = (mondayMorning - 31 * day) as Instant
  await signIn('expired session', addresses.customer)
  world.clock.now = mondayMorning
  for (const [actor, email] of Object.entries(addresses)) await signIn(actor as ActorName, email)

  let made = 0
  function freeStart(): string {
    const hours = made++
    const date = 12 + Math.floor(hours / 8)
    return `2027-01-${date}T${String(9 + (hours % 8)).padStart(2, '0')}:00:00Z`
  }
  async function book(more: Record<string, unknown> = {}): Promise<Booked> {
    const { booking, manageToken } = await makeBooking(world, freeStart(), more)
    return { id: booking.id, version: booking.version, startsAt: booking.startsAt, manageToken }
  }
  async function bookOver(): Promise<Booked> {
    const { now } = world.clock
    world.clock.now = (mondayMorning - 14 * day) as Instant
    const startsAt = formatInstant((parseInstant(freeStart()) - 7 * day) as Instant)
    const { booking: over, manageToken } = await makeBooking(world, startsAt)
    world.clock.now = now
    return { id: over.id, version: over.version, startsAt, manageToken }
  }
  const booking = await book()

  async function request(actor: ActorName, method: string, path: string, sent: Sent = {}) {
    const { body, picture } = sent
    const own = [cookies.get(actor), sent.cookie].filter((each) => each !== undefined)
    const bearer = sent.bearer ?? (await bearerOf(actor, sent.booking))
    const headers: Record<string, string> = {
      Origin: world.url,
      'Idempotency-Key': newKey(),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(picture === undefined ? {} : { 'Content-Type': 'image/png' }),
      ...(own.length === 0 ? {} : { Cookie: own.join('; ') }),
      ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }),
      ...sent.headers,
    }
    const content = body === undefined ? picture : JSON.stringify(body)
    return rawRequest(world.url, path, {
      method,
      headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== '')),
      ...(content === undefined ? {} : { body: content }),
    })
  }

  function ask(actor: ActorName, name: EndpointName, sent: Sent = {}): Promise<RawAnswer> {
    const { method, path } = endpoints[name]
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => sent.params?.[key] ?? '')
    const query = new URLSearchParams(sent.query)
    return request(actor, method, `/api/v1${filled}${query.size > 0 ? `?${query}` : ''}`, sent)
  }

  async function bearerOf(actor: ActorName, of = booking): Promise<string | undefined> {
    if (actor === 'wrong token') return 'x'.repeat(43)
    if (actor === 'customer by token') return of.manageToken
    if (actor !== 'expert by token') return undefined
    const read = await ask('expert', 'getDeskBooking', { params: { id: of.id } })
    const { manageToken } = JSON.parse(read.text) as { manageToken?: string }
    return manageToken ?? 'none'
  }

  async function ticketOf(actor: ActorName): Promise<string> {
    const { text } = await ask(actor, 'getCall', { params: { id: booking.id } })
    return (JSON.parse(text) as { ticket?: string }).ticket ?? 'none'
  }

  let addressesMade = 0
  return {
    world,
    booking,
    book: () => book(),
    bookOver,
    bookAs: (email) => book({ customer: { name: 'Mallory', email } }),
    freeStart,
    cookieOf: (actor) => cookies.get(actor),
    bearerOf,
    ticketOf,
    newAddress: () => `somebody-${++addressesMade}@example.org`,
    ask,
    request,
    close: () => world.stop(),
  }
}
