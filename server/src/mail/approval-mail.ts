import type { Mail } from './mail.ts'

export function approvalMail(to: string, name: string, desk: string): Mail {
  return {
    to,
    subject: 'Welcome: your application was approved',
    text: [
      `Hello ${name},`,
      '',
      'good news: you are an expert on ExpertConnect now. Your desk is here:',
      '',
      desk,
      '',
      'Sign in with this address, look through your profile and set your hours. Nobody sees your profile until it is listed.',
    ].join('\n'),
  }
}
