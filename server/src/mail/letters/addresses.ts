import type { Block } from '../letter/blocks.ts'
import { writeMail } from '../letter/write-mail.ts'
import type { Mail } from '../mail.ts'
import { spacedCode } from './code.ts'

/** To the address that somebody has now. */
export function confirmAddressMail(to: string, code: string, next: string): Mail {
  return writeMail(to, {
    subject: `${spacedCode(code)} confirms your new address`,
    preview:
      'You need two codes to change your address: this one, and the one that went to the new address.',
    blocks: [
      { kind: 'heading', text: 'Confirm your new address' },
      {
        kind: 'paragraph',
        text: `Somebody, probably you, wants to use ${next} for ExpertConnect instead of this address.`,
      },
      ...codeBlocks(code, 'the new address'),
      {
        kind: 'note',
        text: 'If it wasn’t you, somebody is signed in as you: sign them out on the page “Account”. Without this e-mail, nothing changes.',
      },
    ],
  })
}

/** To the address that somebody wants to have. Whose it would be is not told: the address may be mistyped. */
export function newAddressMail(to: string, code: string): Mail {
  return writeMail(to, {
    subject: `${spacedCode(code)} verifies your new address`,
    preview:
      'You need two codes to change your address: this one, and the one that went to your current address.',
    blocks: [
      { kind: 'heading', text: 'Verify your new address' },
      {
        kind: 'paragraph',
        text: 'Somebody, probably you, wants to use this address for ExpertConnect from now on.',
      },
      ...codeBlocks(code, 'your current address'),
      {
        kind: 'note',
        text: 'If it wasn’t you, you can ignore this e-mail: nothing changes without it.',
      },
    ],
  })
}

function codeBlocks(code: string, other: string): Block[] {
  return [
    { kind: 'code', label: 'Your code', text: spacedCode(code) },
    {
      kind: 'paragraph',
      text: `Enter it within ten minutes, in the browser in which you asked for it, together with the code that went to ${other}.`,
    },
    { kind: 'divider' },
  ]
}
