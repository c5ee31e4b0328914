import type { Answer, Own } from '../clients/own.ts'
import type { Stored, StoredMessage } from '../engines/engine.ts'
import type { ArrivedMail, Operation, Violation } from '../history.ts'

/** I8, at any time: nothing but the cancellation goes out in a life of the servers that began after it was acknowledged. */
export function checkSilence(
  own: readonly Own[],
  mails: readonly ArrivedMail[],
  { messages }: Stored,
): Violation[] {
  const byMessageId = new Map(messages.map((message) => [message.messageId, message]))
  const cancelled = new Map(own.map(({ id, cancelledIn }) => [id, cancelledIn]))
  return mails.flatMap((mail) => {
    const message = byMessageId.get(mail.messageId)
    if (!message) return { invariant: 'I8', says: 'a mail came that was not owed', about: mail }
    const since = cancelled.get(message.bookingId)
    if (message.kind === 'cancelled' || since === undefined || mail.life <= since) return []
    const says = `a mail (${message.kind}) went out after its booking was cancelled`
    return { invariant: 'I8', says, about: { mail, message } }
  })
}

/** I8, at the end: all that was owed was made a message of, and each has come to an end that is right. */
export function checkDelivered(
  operations: readonly Operation[],
  mails: readonly ArrivedMail[],
  { messages }: Stored,
): Violation[] {
  const arrived = new Set(mails.map(({ messageId }) => messageId))
  const owed = new Set(operations.flatMap(owedBy))
  for (const { bookingId, recipient, kind, version } of messages) {
    owed.delete(nameOf(bookingId, recipient, kind, version))
  }
  return [
    ...[...owed].map((about): Violation => ({
      invariant: 'I8',
      says: 'a change was never told',
      about,
    })),
    ...messages.flatMap((message): Violation[] => {
      const isThere = message.messageId !== null && arrived.has(message.messageId)
      const isRight = { handed_over: isThere, dropped: true, expired: true }[message.state] ?? false
      const says = `a message is ${message.state}${isThere ? '' : ' and has not arrived'}`
      return isRight ? [] : [{ invariant: 'I8', says, about: message }]
    }),
  ]
}

/** I8: one UID for life, and a SEQUENCE that rises, to each reader; I6: the start that was answered with that version. */
export function checkEntries(
  operations: readonly Operation[],
  mails: readonly ArrivedMail[],
  { messages }: Stored,
): Violation[] {
  const byMessageId = new Map(messages.map((message) => [message.messageId, message]))
  const starts = new Map(operations.flatMap(startsIn))
  const uids = new Map<string, string>()
  const sequences = new Map<string, number>()
  const seen = new Set<string>()
  return mails.flatMap((mail): Violation[] => {
    const { entry, messageId } = mail
    const message = byMessageId.get(messageId)
    // What comes twice is the same mail.
    if (!entry || !message || seen.has(messageId)) return []
    seen.add(messageId)
    const { bookingId, recipient } = message
    const line = `${bookingId} ${recipient}`
    const [uid, before] = [uids.get(bookingId) ?? entry.uid, sequences.get(line) ?? 0]
    uids.set(bookingId, uid)
    sequences.set(line, entry.sequence)
    const startsAt = starts.get(`${bookingId} ${entry.sequence}`)
    const faults: [boolean, Violation['invariant'], string][] = [
      [uid !== entry.uid, 'I8', 'the UID of an entry changed'],
      [entry.sequence < before, 'I8', 'the SEQUENCE of an entry fell'],
      [startsAt !== undefined && startsAt !== entry.startsAt, 'I6', 'an entry says another start'],
    ]
    return faults
      .filter(([isFault]) => isFault)
      .map(([, invariant, says]) => ({ invariant, says, about: { mail, message, before } }))
  })
}

/** What is under way, or has to be tried again. */
export function waitingIn({ messages, records }: Stored): readonly StoredMessage[] | 'not made' {
  if (records.some(({ isOwing }) => isOwing)) return 'not made'
  return messages.filter(({ state }) => state === 'waiting')
}

function owedBy({ outcome, method, path, body, answer }: Operation): string[] {
  if (outcome !== 'ok' || !path.startsWith('/bookings') || method === 'GET') return []
  const { booking } = JSON.parse(answer || '{}') as Answer
  if (!booking) return []
  const { status, startsAt } = (body ?? {}) as {
    readonly status?: string
    readonly startsAt?: string
  }
  const kind = method === 'POST' ? 'booked' : status ? 'cancelled' : startsAt ? 'moved' : null
  if (kind === null) return []
  return ['customer', 'expert'].map((to) => nameOf(booking.id, to, kind, booking.version))
}

function startsIn({ outcome, answer }: Operation): [string, string][] {
  if (outcome !== 'ok') return []
  const { booking } = JSON.parse(answer || '{}') as Answer
  if (!booking) return []
  // As a calendar writes it.
  const written = new Date(booking.startsAt).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  return [[`${booking.id} ${booking.version}`, written]]
}

function nameOf(bookingId: string, recipient: string, kind: string, version: number): string {
  return [bookingId, recipient, kind, version].join(' ')
}
