import { writeMail } from '../letter/write-mail.ts'
import type { Mail } from '../mail.ts'
import { spacedCode } from './code.ts'

/** The code for the browser that asked, and a link that also works where the mail is read. */
export function signInMail(to: string, code: string, link: string): Mail {
  return writeMail(to, {
    subject: `${spacedCode(code)} is your sign-in code`,
    preview: 'Type it in the browser in which you asked for it, within ten minutes.',
    blocks: [
      { kind: 'heading', text: 'Your sign-in code' },
      {
        kind: 'paragraph',
        text: 'Somebody, probably you, wants to sign in to ExpertConnect with this address.',
      },
      { kind: 'code', label: 'Your code', text: spacedCode(code) },
      {
        kind: 'paragraph',
        text: 'Type it in the browser in which you asked for it, within ten minutes. Or open this link and press the button there:',
      },
      { kind: 'button', text: 'Sign in', href: link },
      { kind: 'divider' },
      {
        kind: 'note',
        text: 'If it was not you, there is nothing to do: without this mail nobody gets in.',
      },
    ],
  })
}
