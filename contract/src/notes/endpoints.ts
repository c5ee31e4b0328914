import { type EndpointsOf, IdParams } from '../endpoint.ts'
import { noteRoutes } from './routes.ts'
import { Notes, NotesInput } from './shapes.ts'

/** Of one booking, for one of its sides alone: neither the other one nor an administrator reads them. */
const ofSide = {
  params: IdParams,
  response: Notes,
  status: 200,
  personal: true,
  token: 'manageToken',
} as const

/** What each side keeps about a session for itself. */
export const noteEndpoints = {
  getNotes: {
    ...noteRoutes.getNotes,
    ...ofSide,
    summary: 'Read one’s own notes on a session',
    problems: ['not_found', 'link_over', 'forbidden'],
  },
  saveNotes: {
    ...noteRoutes.saveNotes,
    ...ofSide,
    summary:
      'Replace one’s own notes on a session; the same once more is answered as the first time',
    body: NotesInput,
    // They are saved while somebody types: every few seconds, for as long as a session lasts.
    perHour: 2000,
    problems: ['not_found', 'link_over', 'forbidden', 'stale_version'],
  },
} as const satisfies EndpointsOf<typeof noteRoutes>
