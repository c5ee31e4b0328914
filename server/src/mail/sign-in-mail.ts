import type { Mail } from './mail.ts'

/** The code for the browser that asked, and a link that also works where the mail is read. */
export function signInMail(to: string, code: string, link: string): Mail {
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`
  return {
    to,
    subject: `${spaced} is your sign-in code`,
    text: [
      'Somebody, probably you, wants to sign in to ExpertConnect with this address.',
      '',
      `Your code: ${spaced}`,
      '',
      'Type it in the browser in which you asked for it, within ten minutes. Or open this link and press the button there:',
      '',
      link,
      '',
      'If it was not you, there is nothing to do: without this mail nobody gets in.',
    ].join('\n'),
  }
}
