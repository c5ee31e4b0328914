import { parentPort } from 'node:worker_threads'
import type { CalendarRead } from '../../domain/calendars/source.ts'
import { type DavResource, NoMultistatus, readMultistatus } from './multistatus.ts'
import { type AskedCalendar, readCalendar } from './read-calendar.ts'
import { readReport } from './read-report.ts'

/** As a worker is asked: the bytes are its own from then on. */
export type AskedBytes = Omit<AskedCalendar, 'text'> & { readonly bytes: Uint8Array }

export type Work =
  | (AskedBytes & { readonly as: 'file' | 'report' })
  | { readonly as: 'resources'; readonly bytes: Uint8Array }

export type Done =
  | CalendarRead
  | { readonly kind: 'resources'; readonly resources: readonly DavResource[] }

// A file that exhausts time or memory ends this thread, and nothing else.
parentPort?.on('message', (work: Work) => {
  parentPort?.postMessage(done(work))
})

// Only now does the time run that a file may take.
parentPort?.postMessage('ready')

function done(work: Work): Done {
  const text = new TextDecoder().decode(work.bytes)
  try {
    switch (work.as) {
      case 'file':
        return readCalendar({ ...work, text })
      case 'report':
        return readReport(readMultistatus(text), work)
      case 'resources':
        return { kind: 'resources', resources: readMultistatus(text) }
    }
  } catch (error) {
    const fault = error instanceof NoMultistatus ? 'not_a_calendar' : 'unreadable'
    return { kind: 'failed', fault }
  }
}
