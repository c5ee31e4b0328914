import type { EndpointName } from '@expertconnect/contract/endpoints'
import type { ProblemCode } from '@expertconnect/contract/problems'
import type { ClientToServer } from '@expertconnect/contract/realtime'
import { actors, type ActorName, type Booked } from './scene.ts'

/** What somebody who asks is told: it is done, or why not. */
export type Outcome = 'ok' | ProblemCode
export type Row = Readonly<Record<ActorName, Outcome>>

function row(rest: Outcome, others: Partial<Row> = {}): Row {
  const all = Object.fromEntries(actors.map((actor) => [actor, others[actor] ?? rest]))
  return all as Record<ActorName, Outcome>
}

const everyone = row('ok')

/** Of whoever is signed in; tokens open bookings and nobody's account. */
function session(outcome: Outcome, others: Partial<Row> = {}): Row {
  return row('signed_out', {
    customer: outcome,
    'other customer': outcome,
    expert: outcome,
    'other expert': outcome,
    administrator: outcome,
    ...others,
  })
}

const signedIn = session('ok')
const experts = session('forbidden', { expert: 'ok', 'other expert': 'ok' })
/** Whose session it is, or whose block; to other experts it does not exist. */
const ofTheExpert = session('forbidden', { expert: 'ok', 'other expert': 'not_found' })
const administrators = session('forbidden', { administrator: 'ok' })
/** Whoever a booking concerns; to everybody else it does not exist. */
const concerned = row('not_found', {
  customer: 'ok',
  'customer by token': 'ok',
  expert: 'ok',
  'expert by token': 'ok',
  administrator: 'ok',
})
/** Whoever meets in it; an administrator sees the booking, and has no side in it. */
const sides = { ...concerned, administrator: 'forbidden' } as const
/** Whose booking it is; others of it may not. */
const customers = {
  ...concerned,
  expert: 'forbidden',
  'expert by token': 'forbidden',
  administrator: 'forbidden',
} as const
/** A hold is opened by its own token, whoever one is. */
const noHold = row('not_found')

/** Who may do what. An endpoint that is missing here does not compile. */
export const endpointRows: { readonly [N in EndpointName]: Row } = {
  listCategories: everyone,
  searchExperts: everyone,
  suggest: everyone,
  getExpert: everyone,
  getBoard: everyone,
  listReviews: everyone,
  reportReview: everyone,
  getBookingReview: concerned,
  writeReview: customers,
  changeReview: customers,
  listDeskReviews: experts,
  answerReview: ofTheExpert,
  getDeskNumbers: experts,
  getAdminNumbers: administrators,
  listAdminReviews: administrators,
  decideReview: administrators,
  applyAsExpert: everyone,

  createHold: everyone,
  changeHold: noHold,
  releaseHold: noHold,
  createBooking: everyone,
  confirmBooking: session('not_found', { customer: 'ok' }),
  getBooking: concerned,
  changeBooking: concerned,
  // A session needs no link, and the expert's own is another.
  renewLink: row('not_found', { 'customer by token': 'ok' }),
  createCalendarTicket: concerned,
  sayLate: sides,
  getNotes: sides,
  saveNotes: sides,
  disputeBooking: sides,
  getCall: sides,
  reportCall: sides,
  getPractice: everyone,
  listBookingMessages: concerned,
  sendAgain: customers,
  listMyBookings: signedIn,

  startSignIn: everyone,
  // Nobody has asked for a code in the browser that tries one.
  proveSignIn: row('proof_gone'),
  getMe: everyone,
  signOut: everyone,
  listSessions: signedIn,
  // One of the customer's.
  endSession: session('not_found', { customer: 'ok' }),
  endSessions: signedIn,
  startPasskeySignIn: everyone,
  // Nobody has asked for what a passkey is to sign in the browser that brings a signature.
  provePasskey: row('proof_gone'),
  listPasskeys: signedIn,
  startPasskey: signedIn,
  addPasskey: session('proof_gone'),
  // One of the customer's.
  removePasskey: session('not_found', { customer: 'ok' }),
  startAddressChange: signedIn,
  proveAddressChange: session('proof_gone'),
  readMyData: signedIn,
  eraseMe: session('ok', {
    customer: 'upcoming_bookings',
    expert: 'still_needed',
    'other expert': 'still_needed',
    administrator: 'still_needed',
  }),

  getDesk: experts,
  changeProfile: experts,
  setPhoto: experts,
  removePhoto: experts,
  getSchedule: experts,
  changeSchedule: experts,
  listConflicts: experts,
  explainStart: experts,
  listDeskBookings: experts,
  getDeskBooking: ofTheExpert,

  cancelDeskBookings: experts,
  getDeskOrigin: ofTheExpert,
  listCalendarSources: experts,
  addCalendarSource: experts,
  findCalendars: experts,
  changeCalendarSource: ofTheExpert,
  removeCalendarSource: ofTheExpert,
  checkCalendarSource: ofTheExpert,
  listBusyTimes: experts,
  listDeskBlocks: experts,
  makeDeskBlock: ofTheExpert,
  removeDeskBlock: ofTheExpert,
  reportBooking: ofTheExpert,

  listAdminExperts: administrators,
  inviteExpert: administrators,
  changeExpert: administrators,
  getCategory: administrators,
  makeCategory: administrators,
  changeCategory: administrators,
  removeCategory: administrators,
  findBookings: administrators,
  cancelBookings: administrators,
  listDisputes: administrators,
  decideDispute: administrators,
  getOrigin: administrators,
  listBlocks: administrators,
  makeBlock: administrators,
  removeBlock: administrators,
  listReports: administrators,
  decideReport: administrators,
  listPeople: administrators,
  changeRoles: administrators,
  listApplications: administrators,
  decideApplication: administrators,
  listAudit: administrators,
  exportAudit: administrators,
  getCallHealth: administrators,
  getTimeZoneRules: administrators,
  getMailChoices: experts,
  getFeed: signedIn,
  openFeed: signedIn,
  closeFeed: signedIn,
  chooseMails: experts,
  listMessages: administrators,
  retryMessage: administrators,
}

export type CommandName = keyof ClientToServer

interface CommandRow {
  /** What is said, with the token that the actor has. */
  readonly say: (booking: Booked, token: string, ticket: string) => unknown
  /** When the room of the booking is open, with the ticket that the actor gets there. */
  readonly inTheRoom?: true
  readonly row: Row
}

const ofAda: CommandRow = { say: () => ({ expertId: 'expert-ada' }), row: everyone }

/** By the ticket of an open room; whoever gets none there learns nothing of it. */
const withTicket = row('not_found', {
  customer: 'ok',
  'customer by token': 'ok',
  expert: 'ok',
  'expert by token': 'ok',
})
const aSeat = 'seat-of-a-page'

/** The same for the live channel: commands by name, each in every form that it has. */
export const commandRows: { readonly [C in CommandName]: readonly CommandRow[] } = {
  'board:watch': [ofAda],
  'board:unwatch': [ofAda],
  'bookings:watch': [
    { say: () => ({}), row: signedIn },
    {
      say: ({ id }, token) => ({ id, token }),
      row: row('not_found', { 'customer by token': 'ok', 'expert by token': 'ok' }),
    },
  ],
  'desk:watch': [{ say: () => ({}), row: experts }],
  'call:watch': [
    { say: (_, _token, ticket) => ({ ticket }), inTheRoom: true, row: withTicket },
    // A link is no ticket.
    { say: (_, token) => ({ ticket: token }), inTheRoom: true, row: row('not_found') },
  ],
  'call:join': [
    { say: (_, _token, ticket) => ({ ticket, seat: aSeat }), inTheRoom: true, row: withTicket },
    { say: (_, token) => ({ ticket: token, seat: aSeat }), inTheRoom: true, row: row('not_found') },
  ],
  // Nobody sits anywhere, and nobody may be spoken to from elsewhere.
  'call:signal': [{ say: () => ({ to: aSeat, body: '{}' }), row: row('not_found') }],
  'call:leave': [{ say: () => ({}), row: everyone }],
}
