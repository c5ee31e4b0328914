import { Schema, type SchemaDefinition } from 'mongoose'
import type { BookingDoc } from './documents.ts'
import { number, optionalNumber, optionalText, span, text, whole } from './fields.ts'

export const booking: SchemaDefinition<BookingDoc> = {
  _id: text,
  expertId: text,
  state: { ...text, enum: ['held', 'released', 'booked', 'cancelled'] },
  version: { ...number, min: 1 },
  ...span,
  minutes: { ...number, min: 1 },
  createdAt: number,
  expiresAt: optionalNumber,
  renewed: { type: Boolean },
  holder: optionalText,
  network: optionalText,
  maker: optionalText,
  pending: { type: Schema.Types.Mixed, required: false },
  bookedAt: optionalNumber,
  customer: {
    type: new Schema({ name: text, email: text, phone: optionalText }, { _id: false }),
    required: false,
  },
  topic: optionalText,
  timeZone: optionalText,
  hourlyRate: optionalNumber,
  currency: optionalText,
  tokenVersion: optionalNumber,
  readdressedAt: { type: [Number], default: undefined },
  cancellationMinutes: optionalNumber,
  cancelledAt: optionalNumber,
  cancelReason: optionalText,
  cancelledBy: optionalText,
  proposal: { type: Schema.Types.Mixed, required: false },
  late: { type: Schema.Types.Mixed, required: false },
  settlement: { type: Schema.Types.Mixed, required: false },
  active: { type: Boolean, required: true },
  cells: { type: [Number], required: true },
  unproved: { type: Boolean },
  emailKey: optionalText,
  dispute: optionalText,
  disputedAt: optionalNumber,
  releasedAt: optionalNumber,
  claimKeys: { type: [String], default: undefined },
  answers: [
    new Schema(
      {
        scope: { ...text, enum: ['claim', 'change'] },
        key: text,
        fingerprint: text,
        answeredAt: number,
        tokenVersion: number,
        record: whole,
      },
      { _id: false },
    ),
  ],
  change: {
    type: new Schema(
      {
        kind: {
          ...text,
          enum: ['held', 'released', 'booked', 'cancelled', 'moved', 'corrected'],
        },
        from: { type: new Schema(span, { _id: false }), required: false },
      },
      { _id: false },
    ),
    required: false,
  },
  due: { type: Boolean },
  owed: { type: [Schema.Types.Mixed], default: undefined },
  remindAt: optionalNumber,
}
