import { writeMail } from './letter/write-mail.ts'
import type { Mail } from './mail.ts'

/** To whoever sets an installation up. */
export function testMail(to: string): Mail {
  return writeMail(to, {
    subject: 'ExpertConnect can send mail',
    preview: 'E-mails from this installation reach this address.',
    blocks: [
      { kind: 'heading', text: 'ExpertConnect can send mail' },
      {
        kind: 'paragraph',
        text: 'This is a test by the person who set up ExpertConnect: its e-mails reach this address.',
      },
      { kind: 'note', text: 'There is nothing you need to do.' },
    ],
  })
}
