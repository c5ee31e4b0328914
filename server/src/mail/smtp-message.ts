import type { SendMailOptions } from 'nodemailer'
import type { Mail } from './mail.ts'
import type { Sender } from './sender.ts'
import type { Stamp } from '../domain/messages/message.ts'

/** Of a machine, and not to be answered by one (RFC 3834). `All` would also keep reports of failure from us. */
const headers = {
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'OOF, AutoReply',
}

/**
 * A mail as nodemailer takes it. An invite stands in it twice, as Gmail does it: beside the text, where calendars look,
 * and as a file, where people look. Addresses are given as they are, so that none is read as a list.
 */
export function messageOf(
  { to, subject, text, html, invite }: Mail,
  { messageId, date }: Stamp,
  from: Sender,
  bounces: string | null,
): SendMailOptions {
  const recipient = { name: '', address: to }
  return {
    from: { name: from.name ?? '', address: from.address },
    to: recipient,
    envelope: { from: { name: '', address: bounces ?? from.address }, to: [recipient] },
    messageId,
    date: new Date(date),
    headers,
    subject,
    text,
    html,
    ...(invite === undefined
      ? {}
      : {
          icalEvent: { method: invite.method, content: invite.file, filename: 'session.ics' },
        }),
  }
}
