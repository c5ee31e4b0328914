import type { BookingInput } from '@expertconnect/contract/bookings/shapes'
import type { InputFault } from '@expertconnect/contract/problem'
import type { Draft } from './draft.ts'

export type Field = keyof Draft
export type Faults = Partial<Record<Field, string>>

/** In the order of the form: the focus goes to the first one that is at fault. */
export const fields: readonly Field[] = ['name', 'email', 'phone', 'topic']

/** The server's pointers (`#/customer/email`), tied to the fields; the rest is told above the button. */
export function placeFaults(faults: readonly InputFault[]): { inFields: Faults; rest: string[] } {
  const inFields: Faults = {}
  const rest: string[] = []
  for (const { pointer, detail } of faults) {
    const field = fields.find((each) => pointer === `#/customer/${each}` || pointer === `#/${each}`)
    if (field) inFields[field] ??= detail
    else rest.push(detail)
  }
  return { inFields, rest }
}

export function customerOf(draft: Draft): Pick<BookingInput, 'customer' | 'topic'> {
  const [phone, topic] = [draft.phone.trim(), draft.topic.trim()]
  return {
    customer: {
      name: draft.name.trim(),
      email: draft.email.trim(),
      ...(phone !== '' && { phone }),
    },
    ...(topic !== '' && { topic }),
  }
}
