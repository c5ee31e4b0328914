import * as z from 'zod/mini'
import { Slot } from './boards/shapes.ts'

/** Every refusal that the product knows: its HTTP status and title. Clients switch on the code, never on a text. */
export const problems = {
  invalid_input: { status: 422, title: 'Some fields need attention' },
  malformed: { status: 400, title: 'The request could not be read' },
  key_required: { status: 400, title: 'An Idempotency-Key header is required' },
  signed_out: { status: 401, title: 'Please sign in' },
  forbidden: { status: 403, title: 'This is not yours to do' },
  fresh_proof_needed: { status: 403, title: 'Please prove your address once more' },
  forbidden_origin: { status: 403, title: 'Requests from this origin are refused' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  slot_taken: { status: 409, title: 'This slot was just taken' },
  stale_version: { status: 409, title: 'This has changed in the meantime' },
  address_in_use: { status: 409, title: 'Somebody works with this address already' },
  category_in_use: { status: 409, title: 'There are experts in this category' },
  already_there: { status: 409, title: 'This is there already' },
  already_decided: { status: 409, title: 'This was decided already' },
  upcoming_bookings: { status: 409, title: 'There are upcoming bookings' },
  still_needed: { status: 409, title: 'This account is still needed' },
  too_large: { status: 413, title: 'The request is too large' },
  unsupported_media: { status: 415, title: 'This kind of content is not understood here' },
  key_reused: { status: 422, title: 'This Idempotency-Key belongs to another request' },
  not_an_image: { status: 422, title: 'This picture cannot be used' },
  reason_needed: { status: 422, title: 'Please give a reason' },
  paused: { status: 422, title: 'This expert takes no bookings at the moment' },
  outside_hours: { status: 422, title: 'Outside the hours of this expert' },
  inside_notice: { status: 422, title: 'Too soon for this expert' },
  beyond_horizon: { status: 422, title: 'Too far ahead for this expert' },
  off_grid: { status: 422, title: 'No session starts at this time' },
  in_the_past: { status: 422, title: 'This time has passed' },
  length_not_offered: { status: 422, title: 'This expert offers other session lengths' },
  hold_mismatch: { status: 422, title: 'The hold is for another start' },
  wrong_proof: { status: 422, title: 'This code is not right' },
  proof_gone: { status: 422, title: 'This sign-in is over' },
  address_needed: { status: 422, title: 'Please type your e-mail address' },
  too_late: { status: 422, title: 'Too late to change this booking' },
  not_changeable: { status: 422, title: 'This booking can no longer be changed' },
  too_many: { status: 429, title: 'Too many requests' },
  internal_error: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'Not available for the moment' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

/** A fault in the input: where (RFC 6901 pointer as a URI fragment, `#/customer/email`) and what. */
export const InputFault = z.object({ pointer: z.string(), detail: z.string() })
export type InputFault = z.infer<typeof InputFault>

/** A problem document, RFC 9457. The same object answers HTTP requests and socket commands. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.optional(z.string()),
  requestId: z.optional(z.string()),
  errors: z.optional(z.array(InputFault)),
  /** With `slot_taken`: the free slots of that length nearest to the lost one, three at most. */
  alternatives: z.optional(z.array(Slot)),
  retryAfterSeconds: z.optional(z.int()),
})
export type Problem = z.infer<typeof Problem> & { code: ProblemCode }
