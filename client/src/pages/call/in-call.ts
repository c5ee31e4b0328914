import { remembered } from '../../lib/browser/remembered.ts'

/** The side of the booking whose call this tab is in: after a reload one is in it again at once. */
export const inCall = remembered<string>({
  on: 'tab',
  key: 'ec.in-call',
  plain: true,
  shape: (found) => (typeof found === 'string' ? found : ''),
})
