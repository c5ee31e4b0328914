import type { MailChoices } from '@expertconnect/contract/messages/shapes'
import type { Instant } from '../../../domain/time/instant.ts'
import type { DueAgenda, MessageStorage } from '../../port/messages.ts'
import type { MailChoiceDoc } from '../engine/documents.ts'
import type { Models } from '../engine/models.ts'
import type { Messages } from './messages.ts'

const atOnce = 200

/** Which mails experts get. */
export function createChoices(
  { mailChoices }: Pick<Models, 'mailChoices'>,
  messages: Pick<Messages, 'owe'>,
): Pick<MessageStorage, 'choicesOf' | 'choose' | 'dueAgendas' | 'oweAgenda'> {
  return {
    async choicesOf(expertId) {
      return (await mailChoices.findById(expertId).lean())?.choices ?? null
    },

    async choose(expertId, choices, agendaAt) {
      await mailChoices.updateOne({ _id: expertId }, changeTo(choices, agendaAt), { upsert: true })
    },

    async dueAgendas(now): Promise<DueAgenda[]> {
      const docs = await mailChoices
        .find({ agendaAt: { $lte: now } })
        .sort({ agendaAt: 1 })
        .limit(atOnce)
        .lean<MailChoiceDoc[]>()
      return docs.flatMap(({ _id: expertId, choices, agendaAt: dueAt }) =>
        dueAt === undefined ? [] : [{ expertId, choices, dueAt }],
      )
    },

    /** The message comes first: cut short, or done by two servers, it is done again and finds what is there. */
    async oweAgenda({ expertId, choices, dueAt }, message, next) {
      if (message) await messages.owe(message)
      const stillDue = { _id: expertId, agendaAt: dueAt }
      await mailChoices.updateOne(stillDue, changeTo(choices, next))
    },
  }
}

function changeTo(choices: MailChoices, agendaAt: Instant | null) {
  return agendaAt === null
    ? { $set: { choices }, $unset: { agendaAt: true } }
    : { $set: { choices, agendaAt } }
}
