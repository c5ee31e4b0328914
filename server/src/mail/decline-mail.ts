import type { Mail } from './mail.ts'

export function declineMail(to: string, name: string, reason: string | undefined): Mail {
  return {
    to,
    subject: 'About your application',
    text: [
      `Hello ${name},`,
      '',
      'thank you for applying as an expert on ExpertConnect. We cannot take you on at the moment.',
      ...(reason ? ['', reason] : []),
      '',
      'You are welcome to apply again.',
    ].join('\n'),
  }
}
