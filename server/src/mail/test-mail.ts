import type { Mail } from './mail.ts'

/** To whoever sets an installation up. */
export function testMail(to: string): Mail {
  return {
    to,
    subject: 'ExpertConnect can send mail',
    text: [
      'This is a test of whoever set up ExpertConnect: mails of it reach this address.',
      '',
      'There is nothing to do.',
    ].join('\n'),
  }
}
