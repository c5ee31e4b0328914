import type { SchemaDefinition } from 'mongoose'
import type { ChallengeDoc, PasskeyDoc, PersonDoc, SessionDoc } from './documents.ts'
import { anyText, number, optionalNumber, text, texts } from './fields.ts'

export const person: SchemaDefinition<PersonDoc> = {
  _id: text,
  email: text,
  emailKey: text,
  isAdmin: { type: Boolean, required: true },
  expertId: { type: String, default: null },
  createdAt: number,
  version: { ...number, min: 1 },
  counted: optionalNumber,
}

export const session: SchemaDefinition<SessionDoc> = {
  _id: text,
  personId: text,
  tokenHash: text,
  device: anyText,
  startedAt: number,
  seenAt: number,
  endsAt: number,
  withPasskey: { type: Boolean },
}

export const passkey: SchemaDefinition<PasskeyDoc> = {
  _id: text,
  personId: text,
  credentialId: text,
  publicKey: text,
  counter: number,
  transports: texts,
  name: text,
  addedAt: number,
  usedAt: { type: Number, default: null },
}

export const challenge: SchemaDefinition<ChallengeDoc> = {
  _id: text,
  email: text,
  emailKey: text,
  codeHash: text,
  linkHash: text,
  triesLeft: { ...number, min: 0 },
  expiresAt: number,
}
