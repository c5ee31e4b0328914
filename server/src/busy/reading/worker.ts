import { parentPort } from 'node:worker_threads'
import type { CalendarRead } from '../../domain/calendars/source.ts'
import { type AskedCalendar, readCalendar } from './read-calendar.ts'

/** As a worker is asked: the bytes are its own from then on. */
export type AskedBytes = Omit<AskedCalendar, 'text'> & { readonly bytes: Uint8Array }

// A file that exhausts time or memory ends this thread, and nothing else.
parentPort?.on('message', ({ bytes, ...asked }: AskedBytes) => {
  parentPort?.postMessage(read(new TextDecoder().decode(bytes), asked))
})

// Only now does the time run that a file may take.
parentPort?.postMessage('ready')

function read(text: string, asked: Omit<AskedCalendar, 'text'>): CalendarRead {
  try {
    return readCalendar({ text, ...asked })
  } catch {
    return { kind: 'failed', fault: 'unreadable' }
  }
}
