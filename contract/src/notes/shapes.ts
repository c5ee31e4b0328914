import * as z from 'zod/mini'
import { CallRole } from '../calls/shapes.ts'
import { Instant, text } from '../primitives.ts'
import { longestNotes } from './routes.ts'

/** What one side keeps about a session for itself. */
export const Notes = z.object({
  text: z.string(),
  /** 0 where nothing was ever noted. */
  version: z.int().check(z.gte(0)),
  savedAt: z.optional(Instant),
})
export type Notes = z.infer<typeof Notes>

/** `version`: of the notes that these replace. */
export const NotesInput = z.object({
  version: z.int().check(z.gte(0)),
  text: text(longestNotes),
})
export type NotesInput = z.infer<typeof NotesInput>

/** In the copy of all that is kept about somebody; as the expert they write about their customers, too. */
export const KeptNotes = z.object({
  bookingId: z.string(),
  side: CallRole,
  text: z.string(),
  savedAt: Instant,
})
export type KeptNotes = z.infer<typeof KeptNotes>
