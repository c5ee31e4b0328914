import * as z from 'zod/mini'
import { Board, BoardQuery } from './board.ts'
import {
  Booking,
  BookingAnswer,
  BookingChange,
  BookingChanged,
  BookingCreated,
  BookingInput,
  CalendarTicket,
  Hold,
  HoldChange,
  HoldInput,
} from './bookings.ts'
import { Category, DirectoryQuery, Expert, Reviews, ReviewsQuery } from './experts.ts'
import {
  Me,
  MyBookingsQuery,
  SessionParams,
  SignedInBrowsers,
  SignInProof,
  SignInStart,
  SignInStarted,
} from './people.ts'
import { Id, page, Slug } from './primitives.ts'
import type { ProblemCode } from './problems.ts'

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  /** Below `/api/v1`; `{name}` is a parameter. */
  readonly path: string
  readonly params?: z.ZodMiniType
  readonly query?: z.ZodMiniType
  readonly body?: z.ZodMiniType
  /** `null`: answered with 204. */
  readonly response: z.ZodMiniType | null
  readonly status: 200 | 201 | 202 | 204
  /** Its answer depends on who is signed in. */
  readonly personal?: true
  /** Demands an Idempotency-Key: a retry with the same one has one effect and the same answer. */
  readonly keyed?: true
  /** Refusals beside the general ones (invalid_input, malformed, too_many, internal_error, unavailable). */
  readonly problems: readonly ProblemCode[]
}

const SlugParams = z.object({ slug: Slug })
const IdParams = z.object({ id: Id })

const startRefusals = [
  'slot_taken',
  'outside_hours',
  'inside_notice',
  'beyond_horizon',
  'off_grid',
  'in_the_past',
  'length_not_offered',
] as const

/** The whole public interface: routes, handlers, the client's calls and the documentation are made from it. */
export const endpoints = {
  listCategories: {
    method: 'GET',
    path: '/categories',
    response: z.object({ items: z.array(Category) }),
    status: 200,
    problems: [],
  },
  searchExperts: {
    method: 'GET',
    path: '/experts',
    query: DirectoryQuery,
    response: page(Expert),
    status: 200,
    problems: [],
  },
  getExpert: {
    method: 'GET',
    path: '/experts/{slug}',
    params: SlugParams,
    response: Expert,
    status: 200,
    problems: ['not_found'],
  },
  getBoard: {
    method: 'GET',
    path: '/experts/{slug}/slots',
    params: SlugParams,
    query: BoardQuery,
    response: Board,
    status: 200,
    problems: ['not_found', 'length_not_offered'],
  },
  listReviews: {
    method: 'GET',
    path: '/experts/{slug}/reviews',
    params: SlugParams,
    query: ReviewsQuery,
    response: Reviews,
    status: 200,
    problems: ['not_found'],
  },
  createHold: {
    method: 'POST',
    path: '/holds',
    body: HoldInput,
    response: Hold,
    status: 201,
    keyed: true,
    problems: [...startRefusals, 'not_found', 'key_required', 'key_reused'],
  },
  changeHold: {
    method: 'PATCH',
    path: '/holds/{id}',
    params: IdParams,
    body: HoldChange,
    response: Hold,
    status: 200,
    problems: [...startRefusals, 'not_found', 'not_changeable', 'stale_version'],
  },
  releaseHold: {
    method: 'DELETE',
    path: '/holds/{id}',
    params: IdParams,
    response: null,
    status: 204,
    problems: ['not_found'],
  },
  createBooking: {
    method: 'POST',
    path: '/bookings',
    body: BookingInput,
    response: BookingCreated,
    status: 201,
    keyed: true,
    problems: [...startRefusals, 'not_found', 'hold_mismatch', 'key_required', 'key_reused'],
  },
  getBooking: {
    method: 'GET',
    path: '/bookings/{id}',
    params: IdParams,
    response: BookingAnswer,
    status: 200,
    personal: true,
    problems: ['not_found'],
  },
  changeBooking: {
    method: 'PATCH',
    path: '/bookings/{id}',
    params: IdParams,
    body: BookingChange,
    response: BookingChanged,
    status: 200,
    keyed: true,
    personal: true,
    problems: [
      ...startRefusals,
      'not_found',
      'stale_version',
      'too_late',
      'not_changeable',
      'key_required',
      'key_reused',
    ],
  },
  createCalendarTicket: {
    method: 'POST',
    path: '/bookings/{id}/calendar-ticket',
    params: IdParams,
    response: CalendarTicket,
    status: 201,
    personal: true,
    problems: ['not_found'],
  },
  listMyBookings: {
    method: 'GET',
    path: '/bookings',
    query: MyBookingsQuery,
    response: page(Booking),
    status: 200,
    personal: true,
    problems: ['signed_out'],
  },
  startSignIn: {
    method: 'POST',
    path: '/auth/start',
    body: SignInStart,
    response: SignInStarted,
    status: 202,
    problems: [],
  },
  proveSignIn: {
    method: 'POST',
    path: '/auth/verify',
    body: SignInProof,
    response: Me,
    status: 200,
    personal: true,
    problems: ['wrong_proof', 'proof_gone', 'address_needed'],
  },
  getMe: {
    method: 'GET',
    path: '/auth/me',
    response: Me,
    status: 200,
    personal: true,
    problems: [],
  },
  signOut: {
    method: 'POST',
    path: '/auth/sign-out',
    response: null,
    status: 204,
    personal: true,
    problems: [],
  },
  listSessions: {
    method: 'GET',
    path: '/auth/sessions',
    response: SignedInBrowsers,
    status: 200,
    personal: true,
    problems: ['signed_out'],
  },
  endSession: {
    method: 'DELETE',
    path: '/auth/sessions/{id}',
    params: SessionParams,
    response: null,
    status: 204,
    personal: true,
    problems: ['signed_out', 'not_found'],
  },
} as const satisfies Record<string, Endpoint>

export type Endpoints = typeof endpoints
export type EndpointName = keyof Endpoints

type Parsed<E, K extends string> =
  E extends Record<K, infer S extends z.ZodMiniType> ? z.output<S> : undefined

/** What a handler gets: everything parsed. */
export interface ParsedInput<N extends EndpointName> {
  readonly params: Parsed<Endpoints[N], 'params'>
  readonly query: Parsed<Endpoints[N], 'query'>
  readonly body: Parsed<Endpoints[N], 'body'>
}

type Sent<E, K extends string> =
  E extends Record<K, infer S extends z.ZodMiniType> ? Record<K, z.input<S>> : unknown

/** What a client sends. */
export type CallInput<N extends EndpointName> = Sent<Endpoints[N], 'params'> &
  Sent<Endpoints[N], 'query'> &
  Sent<Endpoints[N], 'body'>

export type CallAnswer<N extends EndpointName> = Endpoints[N]['response'] extends z.ZodMiniType
  ? z.output<Endpoints[N]['response']>
  : null
