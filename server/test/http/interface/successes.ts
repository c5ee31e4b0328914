import type { EndpointName } from '@expertconnect/contract/endpoints'
import { parseInstant } from '../../../src/domain/time/instant.ts'
import { codeIn } from '../../browser.ts'
import { createDevice } from '../../passkey-device.ts'
import { makeHold } from '../requests.ts'
import { asks } from './asks.ts'
import type { ActorName, Scene, Sent } from './scene.ts'

export type OperationName = EndpointName | 'getCalendarFile' | 'getCalendarFeed'

interface Success {
  readonly as: ActorName
  /** What must have happened before; how it is asked otherwise is in `asks`. */
  readonly ask?: (scene: Scene) => Promise<Sent>
}

const everyone: Success = { as: 'stranger' }
const customer: Success = { as: 'customer' }
const byToken: Success = { as: 'customer by token' }
const expert: Success = { as: 'expert' }
const administrator: Success = { as: 'administrator' }

const withHold = (name: 'changeHold' | 'releaseHold'): Success => ({
  as: 'stranger',
  ask: async (scene) => {
    const { id, token } = await makeHold(scene.world, scene.freeStart())
    return { ...(await asks[name](scene)), params: { id }, bearer: token }
  },
})

/** A cookie that came with an answer goes along with what is asked next. */
function cookieFrom(headers: { readonly 'set-cookie'?: string[] | undefined }): string {
  return (headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ')
}

function codeTo(scene: Scene, email: string): string {
  const mails = scene.world.mails.filter(({ to }) => to === email)
  return codeIn({ ...scene.world, mails }).replace(' ', '')
}

/** How each operation succeeds. Forgetting one does not compile. */
export const successes: { readonly [N in OperationName]: Success } = {
  listCategories: everyone,
  searchExperts: everyone,
  suggest: everyone,
  getExpert: everyone,
  getBoard: everyone,
  listReviews: everyone,
  reportReview: everyone,
  getBookingReview: byToken,
  writeReview: byToken,
  changeReview: byToken,
  listDeskReviews: expert,
  answerReview: expert,
  getDeskNumbers: expert,
  getAdminNumbers: administrator,
  listAdminReviews: administrator,
  decideReview: administrator,
  applyAsExpert: everyone,

  createHold: everyone,
  changeHold: withHold('changeHold'),
  releaseHold: withHold('releaseHold'),
  createBooking: everyone,
  confirmBooking: customer,
  getBooking: byToken,
  changeBooking: byToken,
  createCalendarTicket: byToken,
  sayLate: byToken,
  getNotes: byToken,
  saveNotes: byToken,
  disputeBooking: byToken,
  getCalendarFile: {
    as: 'stranger',
    ask: async (scene) => {
      const sent = await asks.createCalendarTicket(scene)
      const { text } = await scene.ask('customer by token', 'createCalendarTicket', sent)
      const { ticket } = JSON.parse(text) as { ticket: string }
      return { params: sent.params ?? {}, query: { ticket } }
    },
  },
  getCall: {
    as: 'customer by token',
    // While the room is open, with all that it can say.
    ask: async (scene) => {
      scene.world.clock.now = parseInstant(scene.booking.startsAt)
      return { params: { id: scene.booking.id } }
    },
  },
  reportCall: byToken,
  getPractice: everyone,
  listBookingMessages: byToken,
  sendAgain: byToken,
  renewLink: byToken,
  listMyBookings: customer,

  startSignIn: everyone,
  proveSignIn: {
    as: 'stranger',
    ask: async (scene) => {
      const email = scene.newAddress()
      const { headers } = await scene.ask('stranger', 'startSignIn', { body: { email } })
      return { body: { code: codeTo(scene, email) }, cookie: cookieFrom(headers) }
    },
  },
  getMe: customer,
  signOut: customer,
  listSessions: customer,
  endSession: customer,
  endSessions: customer,
  startPasskeySignIn: everyone,
  provePasskey: {
    as: 'stranger',
    ask: async (scene) => {
      const device = createDevice({ origin: scene.world.url })
      const offer = await scene.ask('other customer', 'startPasskey')
      await scene.ask('other customer', 'addPasskey', {
        body: device.make(JSON.parse(offer.text) as { challenge: string }),
        cookie: cookieFrom(offer.headers),
      })
      const { text, headers } = await scene.ask('stranger', 'startPasskeySignIn')
      const question = JSON.parse(text) as { challenge: string }
      return { body: device.sign(question), cookie: cookieFrom(headers) }
    },
  },
  listPasskeys: customer,
  startPasskey: customer,
  addPasskey: {
    as: 'customer',
    ask: async (scene) => {
      const { text, headers } = await scene.ask('customer', 'startPasskey')
      const offer = JSON.parse(text) as { challenge: string }
      const device = createDevice({ origin: scene.world.url })
      return { body: device.make(offer), cookie: cookieFrom(headers) }
    },
  },
  removePasskey: customer,
  startAddressChange: customer,
  proveAddressChange: {
    as: 'customer',
    ask: async (scene) => {
      const email = scene.newAddress()
      const { headers } = await scene.ask('customer', 'startAddressChange', { body: { email } })
      return {
        body: { currentCode: codeTo(scene, 'grace@example.com'), newCode: codeTo(scene, email) },
        cookie: cookieFrom(headers),
      }
    },
  },
  readMyData: customer,
  eraseMe: { as: 'other customer' },

  getDesk: expert,
  changeProfile: expert,
  setPhoto: expert,
  removePhoto: expert,
  getSchedule: expert,
  changeSchedule: expert,
  listConflicts: expert,
  explainStart: expert,
  listDeskBookings: expert,
  getDeskBooking: expert,
  cancelDeskBookings: expert,
  getDeskOrigin: expert,
  listCalendarSources: expert,
  addCalendarSource: expert,
  findCalendars: expert,
  changeCalendarSource: expert,
  removeCalendarSource: expert,
  checkCalendarSource: expert,
  listBusyTimes: expert,
  listDeskBlocks: expert,
  makeDeskBlock: expert,
  removeDeskBlock: expert,
  reportBooking: expert,

  listAdminExperts: administrator,
  inviteExpert: administrator,
  changeExpert: administrator,
  getCategory: administrator,
  makeCategory: administrator,
  changeCategory: administrator,
  removeCategory: administrator,
  findBookings: administrator,
  cancelBookings: administrator,
  listDisputes: administrator,
  decideDispute: administrator,
  getOrigin: administrator,
  listBlocks: administrator,
  makeBlock: administrator,
  removeBlock: administrator,
  listReports: administrator,
  decideReport: administrator,
  listPeople: administrator,
  changeRoles: administrator,
  listApplications: administrator,
  decideApplication: administrator,
  listAudit: administrator,
  exportAudit: administrator,
  getCallHealth: administrator,
  getTimeZoneRules: administrator,
  getFeed: customer,
  openFeed: customer,
  closeFeed: customer,
  getCalendarFeed: {
    as: 'stranger',
    ask: async (scene) => {
      const { text } = await scene.ask('customer', 'openFeed', await asks.openFeed(scene))
      const { feed } = JSON.parse(text) as { feed: { url: string } }
      return { params: { address: /([^/]+)\.ics$/.exec(feed.url)?.[1] ?? '' } }
    },
  },
  getMailChoices: expert,
  chooseMails: expert,
  listMessages: administrator,
  retryMessage: administrator,
}
