import type { Instant } from '../../domain/time/instant.ts'
import { writeMail } from '../letter/write-mail.ts'
import type { Mail } from '../mail.ts'
import { dayAndTime } from '../words/when.ts'

/** Where somebody is, is not known: the one zone that is nobody's own. */
function momentOf(at: Instant): string {
  return `${dayAndTime('UTC', at)} (UTC)`
}

/** To whoever was signed in in a browser that has not proved their address before. */
export function newBrowserMail(to: string, at: Instant, device: string, account: string): Mail {
  return writeMail(to, {
    subject: 'A sign-in from a new browser',
    preview: `${device}, ${momentOf(at)}. If it was you, there is nothing you need to do.`,
    blocks: [
      { kind: 'heading', text: 'A sign-in from a new browser' },
      {
        kind: 'paragraph',
        text: 'Somebody, probably you, signed in to ExpertConnect with this address in a browser that had not been used for it before.',
      },
      {
        kind: 'facts',
        facts: [
          { label: 'When', lines: [momentOf(at)] },
          { label: 'Browser', lines: [device] },
        ],
      },
      {
        kind: 'paragraph',
        text: 'If it wasn’t you, open your account, sign out that browser or all of them, and change the password of your mailbox.',
      },
      { kind: 'button', text: 'Open your account', href: account },
      { kind: 'divider' },
      { kind: 'note', text: 'If it was you, there is nothing you need to do.' },
    ],
  })
}

export function adminMadeMail(to: string, administration: string): Mail {
  return writeMail(to, {
    subject: 'You are an administrator now',
    preview: 'Somebody made you an administrator of ExpertConnect.',
    blocks: [
      { kind: 'heading', text: 'You are an administrator now' },
      {
        kind: 'paragraph',
        text: 'Somebody made you an administrator of ExpertConnect. Sign in with this address, and please add a passkey: then nobody can get in as you with just your mailbox.',
      },
      { kind: 'button', text: 'Open administration', href: administration },
      { kind: 'divider' },
      { kind: 'note', text: 'If you did not expect this, please ask the people who run the site.' },
    ],
  })
}

export function adminRemovedMail(to: string): Mail {
  return writeMail(to, {
    subject: 'You are no longer an administrator',
    preview: 'Your role on ExpertConnect was taken away.',
    blocks: [
      { kind: 'heading', text: 'You are no longer an administrator' },
      {
        kind: 'paragraph',
        text: 'Your role as an administrator of ExpertConnect was removed. You can still sign in, and your bookings are unchanged.',
      },
      { kind: 'divider' },
      { kind: 'note', text: 'If you did not expect this, please ask the people who run the site.' },
    ],
  })
}

/** Whoever has a passkey gets in by it alone: its owner must hear of one that is not theirs. */
export function passkeyAddedMail(
  to: string,
  at: Instant,
  { name, device }: { readonly name: string; readonly device: string },
  account: string,
): Mail {
  return passkeyMail(to, at, account, {
    subject: 'A passkey was added',
    text: 'A passkey was added to your account. From now on it signs in to ExpertConnect by itself, without a mail to this address.',
    facts: [
      { label: 'Passkey', lines: [name] },
      { label: 'Added in', lines: [device] },
    ],
    otherwise:
      'If it was not you: open your account, remove that passkey, sign out everywhere, and change the password of your mailbox.',
  })
}

export function passkeyRemovedMail(to: string, at: Instant, device: string, account: string): Mail {
  return passkeyMail(to, at, account, {
    subject: 'A passkey was removed',
    text: 'A passkey of your account was removed. It no longer signs in to ExpertConnect.',
    facts: [{ label: 'Removed in', lines: [device] }],
    otherwise:
      'If it was not you: open your account, sign out everywhere, look at the passkeys that are left, and change the password of your mailbox.',
  })
}

interface PasskeyWords {
  readonly subject: string
  readonly text: string
  readonly facts: readonly { readonly label: string; readonly lines: readonly string[] }[]
  readonly otherwise: string
}

function passkeyMail(
  to: string,
  at: Instant,
  account: string,
  { subject, text, facts, otherwise }: PasskeyWords,
): Mail {
  return writeMail(to, {
    subject,
    preview: `${momentOf(at)}. If it was you, there is nothing to do.`,
    blocks: [
      { kind: 'heading', text: subject },
      { kind: 'paragraph', text },
      { kind: 'facts', facts: [{ label: 'When', lines: [momentOf(at)] }, ...facts] },
      { kind: 'paragraph', text: otherwise },
      { kind: 'button', text: 'Open your account', href: account },
      { kind: 'divider' },
      { kind: 'note', text: 'If it was you, there is nothing to do.' },
    ],
  })
}

/** To the address that somebody had until now. */
export function addressChangedMail(to: string, at: Instant, next: string): Mail {
  return writeMail(to, {
    subject: 'Your address was changed',
    preview: 'This address no longer signs you in to ExpertConnect.',
    blocks: [
      { kind: 'heading', text: 'Your address was changed' },
      {
        kind: 'paragraph',
        text: `From now on you use ${next} for ExpertConnect. Your bookings came with you, and you were signed out in every browser except the one in which you did it.`,
      },
      { kind: 'facts', facts: [{ label: 'When', lines: [momentOf(at)] }] },
      { kind: 'divider' },
      {
        kind: 'note',
        text: 'If it wasn’t you, somebody had access to your mailbox and to a browser in which you were signed in: please write to the people who run the site.',
      },
    ],
  })
}
