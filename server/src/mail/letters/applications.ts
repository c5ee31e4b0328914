import { writeMail } from '../letter/write-mail.ts'
import type { Mail } from '../mail.ts'
import { greeting } from './greeting.ts'

export function approvalMail(to: string, name: string, desk: string): Mail {
  return writeMail(to, {
    subject: 'Welcome: your application was approved',
    preview: 'You are an expert on ExpertConnect now. Your desk is ready.',
    blocks: [
      { kind: 'heading', text: 'Welcome to ExpertConnect' },
      ...greeting(name),
      {
        kind: 'paragraph',
        text: 'Good news: your application was approved, and you are an expert on ExpertConnect now. Your desk is here:',
      },
      { kind: 'button', text: 'Open your desk', href: desk },
      {
        kind: 'paragraph',
        text: 'Sign in with this address, look through your profile and set your hours. Nobody sees your profile until it is listed.',
      },
    ],
  })
}

export function declineMail(to: string, name: string, reason: string | undefined): Mail {
  return writeMail(to, {
    subject: 'About your application',
    preview: 'Thank you for applying as an expert on ExpertConnect.',
    blocks: [
      { kind: 'heading', text: 'About your application' },
      ...greeting(name),
      {
        kind: 'paragraph',
        text: 'Thank you for applying as an expert on ExpertConnect. We cannot take you on at the moment.',
      },
      ...(reason ? [{ kind: 'quote', label: 'Why', text: reason } as const] : []),
      { kind: 'paragraph', text: 'You are welcome to apply again.' },
    ],
  })
}

/** Somebody was made an expert by an administrator, and reads of it here first. */
export function invitationMail(to: string, name: string, desk: string): Mail {
  return writeMail(to, {
    subject: 'You are invited to offer sessions on ExpertConnect',
    preview: 'Your desk is ready: say what you help with, and set your hours.',
    blocks: [
      { kind: 'heading', text: 'You are invited' },
      ...greeting(name),
      {
        kind: 'paragraph',
        text: 'You are invited to offer video sessions on ExpertConnect. Your desk is ready:',
      },
      { kind: 'button', text: 'Open your desk', href: desk },
      {
        kind: 'paragraph',
        text: 'Sign in there with this address. Say what you help with, set your hours, add a photo. Nobody sees your profile until it is listed.',
      },
      { kind: 'divider' },
      { kind: 'note', text: 'If this isn’t for you, you can ignore this e-mail.' },
    ],
  })
}
