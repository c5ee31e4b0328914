import { feedSides } from '@expertconnect/contract/calendars/feed-routes'
import { sourceKinds } from '@expertconnect/contract/calendars/source-shapes'
import { Schema, type SchemaDefinition } from 'mongoose'
import type { CalendarFeedDoc, CalendarSourceDoc } from './documents.ts'
import { date, number, optionalNumber, text, whole } from './fields.ts'

export const calendarFeed: SchemaDefinition<CalendarFeedDoc> = {
  _id: text,
  personId: text,
  side: { ...text, enum: feedSides },
  openedAt: number,
  readAt: optionalNumber,
  said: {
    type: new Schema({ digest: text, since: number }, { _id: false }),
    required: false,
  },
}

export const calendarSource: SchemaDefinition<CalendarSourceDoc> = {
  _id: text,
  expertId: text,
  name: text,
  kind: { type: String, enum: sourceKinds, required: false },
  sealedAddress: text,
  addressMark: text,
  shownAddress: text,
  blocks: { type: Boolean, required: true },
  paused: { type: Boolean, required: true },
  receives: { type: Boolean, required: false },
  marginMinutes: { ...number, min: 0 },
  addedAt: number,
  state: whole,
  dueAt: number,
  lease: { type: String, default: null },
  leaseUntil: date,
}
