import type { Instant } from '../../domain/time/instant.ts'
import { clockAt } from '../../domain/time/wall-time.ts'
import { writeMail } from '../letter/write-mail.ts'
import type { Mail } from '../mail.ts'
import { dayAndTime } from '../words/when.ts'
import { spacedCode } from './code.ts'

/** A session that is kept until its customer has proved their address. */
export interface KeptSession {
  readonly expertName: string
  readonly startsAt: Instant
  readonly expiresAt: Instant
  /** The customer's zone. */
  readonly timeZone: string
}

export interface SignInLetter {
  readonly to: string
  readonly code: string
  /** It also works where the mail is read. */
  readonly link: string
  readonly kept: KeptSession | null
}

/** The code for the browser that asked, and a link; with what waits for them, if something does. */
export function signInMail({ to, code, link, kept }: SignInLetter): Mail {
  const typed = 'Enter it within ten minutes, in the browser in which you asked for it.'
  const pressed = 'Or open this link and press the button there:'
  return writeMail(to, {
    subject: kept
      ? `${spacedCode(code)} confirms your session with ${kept.expertName}`
      : `${spacedCode(code)} is your sign-in code`,
    preview: typed,
    blocks: [
      { kind: 'heading', text: kept ? 'Confirm your session' : 'Your sign-in code' },
      { kind: 'paragraph', text: kept ? keptText(kept) : signInText },
      { kind: 'code', label: 'Your code', text: spacedCode(code) },
      { kind: 'paragraph', text: `${typed} ${pressed}` },
      { kind: 'button', text: kept ? 'Confirm the session' : 'Sign in', href: link },
      { kind: 'divider' },
      {
        kind: 'note',
        text: kept
          ? 'If it wasn’t you, you can ignore this e-mail: nothing is booked without it.'
          : 'If it wasn’t you, you can ignore this e-mail: nobody gets in without it.',
      },
    ],
  })
}

const signInText = 'Somebody, probably you, wants to sign in to ExpertConnect with this address.'

function keptText({ expertName, startsAt, expiresAt, timeZone }: KeptSession): string {
  const when = dayAndTime(timeZone, startsAt)
  return `Somebody, probably you, wants to meet ${expertName} on ${when}. The time is held until ${clockAt(timeZone, expiresAt)}, and is booked as soon as you have confirmed your address.`
}
