import type { MailChoices } from '@expertconnect/contract/messages/shapes'
import type { AgendaMessage } from '../../../domain/messages/message.ts'
import type { Instant } from '../../../domain/time/instant.ts'
import type { DueAgenda } from '../../port/messages.ts'
import type { Database } from '../engine/driver.ts'
import { chunk } from '../engine/write-queue.ts'
import type { Messages } from './messages.ts'

export interface ChoiceRow {
  readonly expert_id: string
  readonly choices: string
  readonly agenda_at: Instant | null
}

export type Choices = ReturnType<typeof createChoices>

/** Which mails experts get. What is written is part of a transaction of the write queue. */
export function createChoices(db: Database, messages: Messages) {
  const byExpert = db.prepare<ChoiceRow>('SELECT * FROM mail_choice WHERE expert_id = ?')
  const put = db.prepare(`
    INSERT INTO mail_choice (expert_id, choices, agenda_at) VALUES (?, ?, ?)
    ON CONFLICT (expert_id) DO UPDATE SET
      choices = excluded.choices, agenda_at = excluded.agenda_at`)
  const due = db.prepare<ChoiceRow & { agenda_at: Instant }>(
    `SELECT * FROM mail_choice WHERE agenda_at <= ? ORDER BY agenda_at LIMIT ${chunk}`,
  )
  const setNext = db.prepare(
    'UPDATE mail_choice SET agenda_at = ? WHERE expert_id = ? AND agenda_at = ?',
  )

  return {
    of(expertId: string): MailChoices | null {
      const row = byExpert.get(expertId)
      return row ? choicesIn(row) : null
    },
    put: (expertId: string, choices: MailChoices, agendaAt: Instant | null): void =>
      void put.run(expertId, JSON.stringify(choices), agendaAt),
    due: (now: Instant): DueAgenda[] =>
      due.all(now).map((row) => {
        return { expertId: row.expert_id, choices: choicesIn(row), dueAt: row.agenda_at }
      }),
    oweAgenda(
      { expertId, dueAt }: DueAgenda,
      message: AgendaMessage | null,
      next: Instant | null,
    ): void {
      if (setNext.run(next, expertId, dueAt) === 1 && message) messages.insert(message)
    },
  }
}

export function choicesIn({ choices }: Pick<ChoiceRow, 'choices'>): MailChoices {
  return JSON.parse(choices) as MailChoices
}
