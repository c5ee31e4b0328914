import type { Mail } from './mail.ts'

/** To the address that somebody has now. */
export function confirmAddressMail(to: string, code: string, next: string): Mail {
  return {
    to,
    subject: `${spaced(code)} confirms your new address`,
    text: [
      `Somebody, probably you, wants to use ${next} for ExpertConnect instead of this address.`,
      '',
      `Your code: ${spaced(code)}`,
      '',
      'Type it in the browser in which you asked for it, within ten minutes, beside the code that went to the new address.',
      '',
      'If it was not you, somebody is signed in as you: end their session on the page "Account". Without this mail nothing changes.',
    ].join('\n'),
  }
}

/** To the address that somebody wants to have. Whose it would be is not told: the address may be mistyped. */
export function newAddressMail(to: string, code: string): Mail {
  return {
    to,
    subject: `${spaced(code)} proves your new address`,
    text: [
      'Somebody, probably you, wants to use this address for ExpertConnect from now on.',
      '',
      `Your code: ${spaced(code)}`,
      '',
      'Type it in the browser in which you asked for it, within ten minutes, beside the code that went to your present address.',
      '',
      'If it was not you, there is nothing to do: without this mail nothing changes.',
    ].join('\n'),
  }
}

function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}
