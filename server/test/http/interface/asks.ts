import type { EndpointName } from '@expertconnect/contract/endpoints'
import sharp from 'sharp'
import { mondayMorning, newKey } from '../../harness.ts'
import { settle } from '../../../src/domain/bookings/settlement.ts'
import { failedMessage } from '../../storage/messages/message-fixtures.ts'
import { createDevice } from '../../passkey-device.ts'
import { bookingInput, makeHold } from '../requests.ts'
import { type Scene, type Sent, target } from './scene.ts'

type Ask = (scene: Scene) => Sent | Promise<Sent>

const nothing: Ask = () => ({})
/** Everybody who is signed in has one; of the other side there is a table beside its test. */
const ownFeed: Ask = () => ({ params: { side: 'customer' } })
const ada: Ask = () => ({ params: { slug: 'ada-lovelace' } })

/** About a booking of its own each time: what one actor does to it is not in the way of the next. */
const ofBooking =
  (body?: (booking: { version: number }) => unknown): Ask =>
  async (scene) => {
    const booking = await scene.book()
    return { params: { id: booking.id }, booking, ...(body ? { body: body(booking) } : {}) }
  }

/** Of which it was found that the expert waited in vain. */
const ofSettled = async (scene: Scene): Promise<Sent> => {
  const booking = await scene.book()
  const { storage, clock } = scene.world
  const record = await storage.bookings.find(booking.id)
  if (record?.state !== 'booked') throw new Error('Nothing was booked')
  const found = { outcome: 'customer_missed', stays: { customer: [], expert: [] } } as const
  await storage.bookings.change({ next: settle(record, found, clock.now), now: clock.now })
  return { params: { id: booking.id }, booking }
}

const ofHold =
  (body?: unknown): Ask =>
  async (scene) => {
    const { id } = await makeHold(scene.world, scene.freeStart())
    return { params: { id }, ...(body === undefined ? {} : { body }) }
  }

const ofBookings: Ask = async (scene) => {
  const booking = await scene.book()
  return { booking, body: { ids: [booking.id], reason: 'I am ill' } }
}

/** By an address that nobody books with here: whoever asks next must still be able to. */
const toBlock: Ask = async (scene) => {
  const booking = await scene.bookAs(scene.newAddress())
  return { booking, body: { bookingId: booking.id, kind: 'address', note: 'Sells something' } }
}

const ofBlock =
  (actor: 'expert' | 'administrator', make: 'makeDeskBlock' | 'makeBlock'): Ask =>
  async (scene) => {
    const { text } = await scene.ask(actor, make, await toBlock(scene))
    const { block } = JSON.parse(text) as { block: { id: string } }
    return { params: { id: block.id } }
  }

let addresses = 0
const newCalendar = () => ({ address: `https://calendar.example/${++addresses}/private.ics` })

const anAccount = { userName: 'ada', password: 'an app password' }

const ofCalendar =
  (body?: unknown): Ask =>
  async (scene) => {
    const { text } = await scene.ask('expert', 'addCalendarSource', { body: newCalendar() })
    const { id } = JSON.parse(text) as { id: string }
    return { params: { id }, ...(body === undefined ? {} : { body }) }
  }

const aReview = { rating: 5, text: 'It works now.', author: 'Grace' }

/** By the customer, about a session that took place. */
async function writtenReview(scene: Scene) {
  const booking = await scene.bookOver()
  const sent = { params: { id: booking.id }, booking, body: aReview }
  const { text } = await scene.ask('customer', 'writeReview', sent)
  return { booking, review: JSON.parse(text) as { id: string; version: number } }
}

const application = (email: string) => ({
  email,
  name: 'Hedy Lamarr',
  headline: 'Radio that hops',
  category: 'engineering',
  bio: 'I invented frequency hopping.',
})

/** How each endpoint is asked by somebody who may, and by everybody else. Forgetting one does not compile. */
export const asks: { readonly [N in EndpointName]: Ask } = {
  listCategories: nothing,
  searchExperts: () => ({ query: { query: 'ada', limit: '5', times: '3' } }),
  suggest: () => ({ query: { query: 'ada' } }),
  getExpert: ada,
  getBoard: () => ({
    params: { slug: 'ada-lovelace' },
    query: { from: '2027-01-11', to: '2027-01-15', timeZone: 'Europe/London' },
  }),
  listReviews: ada,
  reportReview: async (scene) => ({
    params: { id: (await writtenReview(scene)).review.id },
    body: { reason: 'It is an advertisement' },
  }),
  getBookingReview: ofBooking(),
  writeReview: async (scene) => {
    const booking = await scene.bookOver()
    return { params: { id: booking.id }, booking, body: aReview }
  },
  changeReview: async (scene) => {
    const { booking, review } = await writtenReview(scene)
    const body = { ...aReview, version: review.version, rating: 4 }
    return { params: { id: booking.id }, booking, body }
  },
  listDeskReviews: nothing,
  answerReview: async (scene) => ({
    params: { id: (await writtenReview(scene)).review.id },
    body: { text: 'Thank you' },
  }),
  getDeskNumbers: nothing,
  getAdminNumbers: () => ({ query: { timeZone: 'Europe/London' } }),
  listAdminReviews: nothing,
  decideReview: async (scene) => {
    const { review } = await writtenReview(scene)
    const body = { version: review.version, state: 'hidden', reason: 'It is an advertisement' }
    return { params: { id: review.id }, body }
  },
  applyAsExpert: (scene) => ({ body: application(scene.newAddress()) }),

  createHold: (scene) => ({
    body: { expertId: 'expert-ada', startsAt: scene.freeStart(), minutes: 30 },
  }),
  changeHold: ofHold({ renew: true }),
  releaseHold: ofHold(),
  createBooking: (scene) => ({ body: bookingInput(scene.freeStart()) }),
  confirmBooking: ofBooking(),
  getBooking: ofBooking(),
  changeBooking: ofBooking(({ version }) => ({ version, status: 'cancelled', reason: 'I am ill' })),
  createCalendarTicket: ofBooking(),
  sayLate: ofBooking(() => ({ minutes: 10, word: 'Traffic' })),
  getNotes: ofBooking(),
  saveNotes: ofBooking(() => ({ version: 0, text: 'Ask about the fee' })),
  disputeBooking: async (scene) => ({
    ...(await ofSettled(scene)),
    body: { word: 'My camera failed' },
  }),
  getCall: ofBooking(),
  reportCall: ofBooking(() => ({ fault: 'no_path' })),
  getPractice: nothing,
  listBookingMessages: ofBooking(),
  sendAgain: ofBooking(),
  renewLink: ofBooking(),
  listMyBookings: nothing,

  startSignIn: (scene) => ({ body: { email: scene.newAddress() } }),
  proveSignIn: () => ({ body: { code: '00000000' } }),
  getMe: nothing,
  signOut: nothing,
  listSessions: nothing,
  endSession: async (scene) => {
    // One more of the customer's, by the back door: codes are limited.
    const { people } = scene.world.storage
    const made = { ...target, id: newKey(), email: 'grace@example.com' }
    const opened = {
      id: newKey(),
      device: 'Firefox',
      startedAt: mondayMorning,
      seenAt: mondayMorning,
    }
    const { session } = await people.signIn(made, opened, newKey())
    return { params: { id: session.id } }
  },
  endSessions: nothing,
  startPasskeySignIn: nothing,
  provePasskey: ({ world }) => ({
    body: createDevice({ origin: world.url }).sign({ challenge: 'x' }),
  }),
  listPasskeys: nothing,
  startPasskey: nothing,
  addPasskey: ({ world }) => ({
    body: createDevice({ origin: world.url }).make({ challenge: 'x' }),
  }),
  removePasskey: async ({ world: { storage, clock } }) => {
    const person = await storage.people.findByEmail('grace@example.com')
    const id = newKey()
    const passkey = {
      id,
      personId: person?.id ?? '',
      credentialId: newKey(),
      publicKey: 'x',
      counter: 0,
      transports: [],
      name: 'Lost key',
      addedAt: clock.now,
      usedAt: null,
    }
    await storage.people.addPasskey(passkey, 'no-session')
    return { params: { id } }
  },
  startAddressChange: (scene) => ({ body: { email: scene.newAddress() } }),
  proveAddressChange: () => ({ body: { currentCode: '00000000', newCode: '00000000' } }),
  readMyData: nothing,
  eraseMe: nothing,

  getDesk: nothing,
  changeProfile: () => ({ body: { version: 1, headline: 'Engines that weave' } }),
  setPhoto: async () => {
    const background = { r: 200, g: 120, b: 90 }
    const size = { width: 480, height: 480, channels: 3, background } as const
    return { picture: await sharp({ create: size }).png().toBuffer() }
  },
  removePhoto: nothing,
  getSchedule: nothing,
  changeSchedule: () => ({ body: { version: 1, paused: true } }),
  listConflicts: nothing,
  explainStart: () => ({ query: { startsAt: '2027-01-12T10:00:00Z', minutes: '30' } }),
  listDeskBookings: () => ({ query: { scope: 'upcoming' } }),
  getDeskBooking: ofBooking(),
  cancelDeskBookings: ofBookings,
  getDeskOrigin: ofBooking(),
  listCalendarSources: nothing,
  findCalendars: () => ({ body: { ...anAccount, address: 'calendar.example' } }),
  addCalendarSource: () => ({ body: newCalendar() }),
  changeCalendarSource: ofCalendar({ paused: true }),
  removeCalendarSource: ofCalendar(),
  checkCalendarSource: ofCalendar(),
  listBusyTimes: () => ({ query: { from: '2027-01-11T00:00:00Z', to: '2027-01-18T00:00:00Z' } }),
  listDeskBlocks: nothing,
  makeDeskBlock: toBlock,
  removeDeskBlock: ofBlock('expert', 'makeDeskBlock'),
  reportBooking: ofBooking(() => ({ reason: 'They sell something' })),

  listAdminExperts: nothing,
  inviteExpert: (scene) => ({
    body: { email: scene.newAddress(), name: 'Hedy Lamarr', category: 'engineering' },
  }),
  changeExpert: () => ({ params: { id: 'expert-ada' }, body: { version: 1, listed: true } }),
  getCategory: () => ({ params: { slug: 'music' } }),
  makeCategory: () => ({ body: { slug: newKey(), name: 'Radio', icon: 'radio' } }),
  changeCategory: () => ({
    params: { slug: 'music' },
    body: { name: 'Music and voice', icon: 'music' },
  }),
  removeCategory: async (scene) => {
    const slug = newKey()
    await scene.ask('administrator', 'makeCategory', { body: { slug, name: 'Gone', icon: 'x' } })
    return { params: { slug } }
  },
  findBookings: nothing,
  cancelBookings: ofBookings,
  listDisputes: nothing,
  decideDispute: async (scene) => {
    const sent = await ofSettled(scene)
    await scene.ask('expert', 'disputeBooking', { ...sent, body: { word: 'I was there' } })
    return { ...sent, body: { outcome: 'completed', word: 'They met' } }
  },
  getOrigin: ofBooking(),
  listBlocks: nothing,
  makeBlock: toBlock,
  removeBlock: ofBlock('administrator', 'makeBlock'),
  listReports: nothing,
  decideReport: async (scene) => {
    const params = { id: (await scene.book()).id }
    await scene.ask('expert', 'reportBooking', { params, body: { reason: 'They sell something' } })
    const query = { state: 'open' }
    const { text } = await scene.ask('administrator', 'listReports', { query })
    const { items } = JSON.parse(text) as { items: { id: string; booking: { id: string } }[] }
    const { id } = items.find(({ booking }) => booking.id === params.id) ?? { id: 'no-report' }
    return { params: { id }, body: { state: 'dismissed', word: 'It is a friend' } }
  },
  listPeople: nothing,
  changeRoles: () => ({ params: { id: target.id }, body: { isAdmin: true } }),
  listApplications: nothing,
  decideApplication: async (scene) => {
    await scene.ask('stranger', 'applyAsExpert', { body: application(scene.newAddress()) })
    const listed = await scene.ask('administrator', 'listApplications', {
      query: { state: 'waiting' },
    })
    const { items } = JSON.parse(listed.text) as { items?: { id: string }[] }
    const id = items?.[0]?.id ?? 'no-application'
    return { params: { id }, body: { state: 'declined', reason: 'Not now' } }
  },
  listAudit: nothing,
  exportAudit: () => ({ query: { format: 'csv' } }),
  getCallHealth: nothing,
  getTimeZoneRules: nothing,
  getMailChoices: nothing,
  getFeed: ownFeed,
  openFeed: () => ({ params: { side: 'customer' }, body: { replacing: null } }),
  closeFeed: ownFeed,
  chooseMails: () => ({ body: { unwanted: ['reminder'], agendaAt: '07:30' } }),
  listMessages: nothing,
  retryMessage: async ({ world }) => ({
    params: { id: await failedMessage(world.storage, world.clock.now) },
  }),
}
