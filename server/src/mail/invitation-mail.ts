import type { Mail } from './mail.ts'

/** Somebody was made an expert by an administrator, and reads of it here first. */
export function invitationMail(to: string, name: string, desk: string): Mail {
  return {
    to,
    subject: 'You are invited to offer sessions on ExpertConnect',
    text: [
      `Hello ${name},`,
      '',
      'you are invited to offer video sessions on ExpertConnect. Your desk is ready:',
      '',
      desk,
      '',
      'Sign in there with this address. Say what you help with, set your hours, add a photo. Nobody sees your profile until it is listed.',
      '',
      'If this is not for you, there is nothing to do.',
    ].join('\n'),
  }
}
