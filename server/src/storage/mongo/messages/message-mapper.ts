import type { Message } from '../../../domain/messages/message.ts'
import type { MessageDoc } from '../engine/documents.ts'

export function messageDocOf({ id, ...message }: Message): MessageDoc {
  const { about } = message
  return {
    ...message,
    _id: id,
    ...(about.of === 'booking' ? { bookingId: about.bookingId, version: about.version } : {}),
    lease: null,
    leaseUntil: new Date(0),
  }
}

export function messageOf(doc: MessageDoc): Message {
  const {
    _id: id,
    bookingId: _bookingId,
    version: _version,
    lease: _lease,
    leaseUntil: _until,
    ...fields
  } = doc
  return { id, ...fields } as Message
}
