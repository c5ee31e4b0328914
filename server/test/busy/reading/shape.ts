/** A file as a source writes it, and exactly when it keeps its owner busy between October 2026 and February 2027. */
export interface Shape {
  readonly name: string
  readonly file: string
  /** `2026-11-02T08:00Z/09:00Z`: the end on the same day of UTC, or as a whole. */
  readonly busy: readonly string[]
  readonly skipped?: readonly string[]
  /** Who else reads it as it is meant; why the others do not is said beside. */
  readonly alike: readonly ('node-ical' | 'python')[]
}

export const reader = { timeZone: 'Europe/Berlin', ownDomain: 'experts.example' }

export const both = ['node-ical', 'python'] as const

export const calendar = (body: string, end = '\r\n'): string =>
  `BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Somebody//EN\n${body.trim()}\nEND:VCALENDAR\n`
    .split('\n')
    .map((line) => line.trim())
    .join(end)

export const event = (body: string): string =>
  `BEGIN:VEVENT\nDTSTAMP:20260901T000000Z\n${/UID:/.test(body) ? '' : 'UID:one@elsewhere\n'}${body.trim()}\nEND:VEVENT`
