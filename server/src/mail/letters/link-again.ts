import type { BookingRecord } from '../../domain/bookings/booking.ts'
import { writeMail } from '../letter/write-mail.ts'
import type { Mail } from '../mail.ts'
import { shortWhen } from '../words/when.ts'
import { greeting } from './greeting.ts'

/** A new link to a booking whose link is over, for its customer. */
export function linkAgainMail(
  { customer, startsAt, timeZone }: Pick<BookingRecord, 'customer' | 'startsAt' | 'timeZone'>,
  expert: string,
  link: { readonly href: string; readonly days: number },
): Mail {
  const session = `your session with ${expert}, ${shortWhen(timeZone, startsAt)}`
  return writeMail(customer.email, {
    subject: `A new link to ${session}`,
    preview: `It opens the page of your booking for ${link.days === 1 ? 'a day' : `${link.days} days`}.`,
    blocks: [
      { kind: 'heading', text: 'Your new link' },
      ...greeting(customer.name),
      {
        kind: 'paragraph',
        text: `Somebody, probably you, has asked for a new private link to ${session}.`,
      },
      { kind: 'button', text: 'Open your booking', href: link.href },
      {
        kind: 'note',
        text: 'Keep it to yourself: anyone who has it can see your booking. If it wasn’t you, somebody else has an old link to it.',
      },
    ],
  })
}
