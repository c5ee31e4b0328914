import { remembered } from '../../lib/browser/remembered.ts'

/** The address that is being typed. It outlives a reload: phones drop a tab while the mail is looked up. */
export const emailDraft = remembered({
  on: 'tab',
  key: 'ec.sign-in',
  plain: true,
  shape: (found) => (typeof found === 'string' ? found : ''),
})

export function keepEmail({ email }: { email: string }): void {
  emailDraft.write(email === '' ? null : email)
}
