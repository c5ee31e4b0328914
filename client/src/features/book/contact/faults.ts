import type { BookingInput } from '@expertconnect/contract/bookings/shapes'
import type { Draft } from './draft.ts'

export type Field = keyof Draft

/** In the order of the form: the focus goes to the first one that is at fault. */
export const fields: readonly Field[] = ['name', 'email', 'phone', 'topic']

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
