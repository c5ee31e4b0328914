import { remembered } from '../../../../lib/browser/remembered.ts'

/** What is typed and not sent yet, until this tab is closed: a reload loses nothing. */
export const chatDraft = remembered<string>({
  on: 'tab',
  key: 'ec.call-draft',
  plain: true,
  shape: (found) => (typeof found === 'string' ? found : ''),
})
