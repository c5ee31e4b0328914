import type { Refused } from '../feedback/describe-refusal.ts'

/** What is at fault, by field. */
export type Faults<F extends string> = Partial<Record<F, string>>

/**
 * Ties faults to the fields of a form. A pointer may lead into something or below a field: `#/customer/email` is the
 * e-mail, `#/skills/2` are the skills. What names no field of this form is the rest.
 */
export function placeFaults<F extends string>(
  errors: Refused['errors'],
  fields: readonly F[],
): { inFields: Faults<F>; rest: string[] } {
  const inFields: Faults<F> = {}
  const rest: string[] = []
  for (const { pointer, detail } of errors ?? []) {
    const parts = pointer.split('/')
    const field = fields.find((each) => parts.includes(each))
    if (field === undefined) rest.push(detail)
    else inFields[field] ??= detail
  }
  return { inFields, rest }
}

/** What is left to say of a refusal when the faults of the fields are told beside them. */
export function withoutFaults<F extends string>(
  refusal: Refused,
  fields: readonly F[],
): Refused | null {
  const { rest } = placeFaults(refusal.errors, fields)
  if (rest.length > 0) return { ...refusal, detail: rest.join(' ') }
  return refusal.code === 'invalid_input' ? null : refusal
}

/** A refusal that is told beside one field, where the server does not name it. */
export function atField(field: string, refusal: Refused, detail: string): Refused {
  return { ...refusal, code: 'invalid_input', errors: [{ pointer: `#/${field}`, detail }] }
}
