import { setTimeout as delay } from 'node:timers/promises'
import {
  type MailServer,
  type Manners,
  startMailServer,
} from '../../server/test/mail/mail-server.ts'
import type { ArrivedMail, History } from '../history.ts'

/** How often a server of mail that has a bad day loses the line, with the mail or without it. */
const dropped = 0.05

export interface Mailbox {
  readonly server: MailServer
  /** From now on mail is taken as it should be. */
  behave(): void
  /** It refuses so many of all for the moment, and loses the line now and then. */
  misbehave(refused: number): void
}

/** A real server of mail, which refuses some, drops some, and keeps some without saying so. */
export async function openMailbox(history: History, dice: () => number): Promise<Mailbox> {
  const server = await startMailServer()

  async function onBadDay(refused: number): Promise<Manners> {
    const chance = dice()
    await delay(dice() * 10)
    if (chance < dropped) return 'drop'
    if (chance < 2 * dropped) return 'keep-and-drop'
    return dice() < refused ? 451 : 'accept'
  }

  /** What it keeps is written down with the life of the servers in which it came. */
  function take(manners: Manners, { messageId, to, raw }: MailServer['received'][number]): Manners {
    if (manners === 'accept' || manners === 'keep-and-drop') {
      const entry = entryIn(raw)
      history.mails.push({ life: history.life, messageId, to, ...(entry ? { entry } : {}) })
    }
    return manners
  }

  return {
    server,
    behave: () =>
      server.behave((moment) => (moment.at === 'mail' ? take('accept', moment.mail) : 'accept')),
    misbehave: (refused) =>
      server.behave(async (moment) =>
        moment.at === 'mail' ? take(await onBadDay(refused), moment.mail) : 'accept',
      ),
  }
}

function entryIn(raw: string): ArrivedMail['entry'] {
  const encoded = /filename="?[\w-]+\.ics"?[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1]
  if (encoded === undefined) return undefined
  const file = Buffer.from(encoded, 'base64').toString('utf8').replaceAll('\r\n ', '')
  const [, uid = ''] = /^UID:(.+)$/m.exec(file) ?? []
  const [, sequence = ''] = /^SEQUENCE:(\d+)/m.exec(file) ?? []
  const [, startsAt = ''] = /^DTSTART:(\w+)/m.exec(file) ?? []
  return { uid: uid.trim(), sequence: Number(sequence), startsAt: startsAt.trim() }
}
