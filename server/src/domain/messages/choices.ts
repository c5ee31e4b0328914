import type { ChosenKind, MailChoices } from '@expertconnect/contract/messages/shapes'
import { type Instant, plus } from '../time/instant.ts'
import { addDays, dateAt, instantAt, minutesOf } from '../time/wall-time.ts'
import type { Message } from './message.ts'

/** Of whoever has not chosen. */
export const allMails: MailChoices = { unwanted: [], agendaAt: null }

/** Whether an expert wants to get this. What is sent because somebody asked for it always goes out. */
export function isWanted(kind: Message['kind'], { unwanted }: MailChoices): boolean {
  return !unwanted.includes(kind as ChosenKind)
}

/** The next time after `now` at which an agenda is due, by the clock of the expert's zone; null where none is wanted. */
export function nextAgenda(
  { agendaAt }: MailChoices,
  timeZone: string,
  now: Instant,
): Instant | null {
  if (agendaAt === null) return null
  const minutes = minutesOf(agendaAt)
  for (let date = addDays(dateAt(timeZone, now), -1); ; date = addDays(date, 1)) {
    const at = instantAt(timeZone, date, minutes)
    if (at > now) return at
  }
}

/** The day that an agenda is about: the one that has begun, or from noon on the next. */
export function agendaDay(timeZone: string, at: Instant): string {
  const date = dateAt(timeZone, at)
  return at < instantAt(timeZone, date, 12 * 60) ? date : addDays(date, 1)
}

/**
 * The day that an agenda tells of whose time has come; null where the expert's zone has changed meanwhile, so that the
 * agenda of that day is still to come.
 */
export function dayDue(choices: MailChoices, timeZone: string, dueAt: Instant): string | null {
  const date = agendaDay(timeZone, dueAt)
  const next = nextAgenda(choices, timeZone, plus(dueAt, -1))
  return next !== null && next > dueAt && agendaDay(timeZone, next) === date ? null : date
}
