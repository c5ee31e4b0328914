import type { InputFault, Problem } from '@expertconnect/contract/problem'
import { type ProblemCode, problems } from '@expertconnect/contract/problems'
import { Unavailable } from '../storage/port/unavailable.ts'

export interface ProblemDetails {
  readonly detail?: string
  readonly errors?: InputFault[]
  readonly alternatives?: Problem['alternatives']
  readonly price?: Problem['price']
  readonly kept?: Problem['kept']
  readonly work?: string
  readonly retryAfterSeconds?: number
}

/** The one error that is thrown on purpose: a refusal from the catalogue. */
export class Refused extends Error {
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}

/** A fault of one field; several are reported at once by throwing `Refused('invalid_input', { errors })`. */
export function invalid(pointer: string, detail: string): Refused {
  return new Refused('invalid_input', { errors: [{ pointer, detail }] })
}

function refusedOf(error: unknown): Refused {
  if (error instanceof Refused) return error
  if (error instanceof Unavailable) return new Refused('unavailable', { retryAfterSeconds: 5 })
  return new Refused('internal_error')
}

/** The problem document (RFC 9457) of any error. What is not a refusal becomes an anonymous internal error. */
export function toProblem(error: unknown, requestId: string): Problem {
  const refused = refusedOf(error)
  const { status, title } = problems[refused.code]
  return {
    type: `/problems/${refused.code}`,
    title,
    status,
    code: refused.code,
    ...refused.details,
    requestId,
  }
}
