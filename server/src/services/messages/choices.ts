import type { MailChoices } from '@expertconnect/contract/messages/shapes'
import type { Actor } from '../../base/actor.ts'
import { demandExpert } from '../../base/demand.ts'
import type { Deps } from '../../base/deps.ts'
import { allMails, dayDue, nextAgenda } from '../../domain/messages/choices.ts'
import { agendaMessage } from '../../domain/messages/message.ts'
import { expertOf } from '../experts/find.ts'

/** Which mails an expert gets, and the agenda that some of them want. */
export function createMailChoices({ storage, clock }: Pick<Deps, 'storage' | 'clock'>) {
  async function zoneOf(expertId: string): Promise<string> {
    return (await expertOf(storage, expertId)).schedule.timeZone
  }

  return {
    async read(actor: Actor): Promise<MailChoices> {
      const { expertId } = demandExpert(actor)
      return (await storage.messages.choicesOf(expertId)) ?? allMails
    },

    async choose(actor: Actor, choices: MailChoices): Promise<MailChoices> {
      const { expertId } = demandExpert(actor)
      const next = nextAgenda(choices, await zoneOf(expertId), clock())
      await storage.messages.choose(expertId, choices, next)
      return choices
    },

    /** Owes the agendas whose time has come. */
    async takeUpAgendas(): Promise<void> {
      const now = clock()
      for (const due of await storage.messages.dueAgendas(now)) {
        const zone = await zoneOf(due.expertId)
        const date = dayDue(due.choices, zone, due.dueAt)
        const message = date === null ? null : agendaMessage(due.expertId, date, due.dueAt)
        await storage.messages.oweAgenda(due, message, nextAgenda(due.choices, zone, now))
      }
    },
  }
}
