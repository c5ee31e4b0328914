import type { Services } from '../../services/services.ts'
import type { Handlers } from './handler.ts'

type ProfileHandlers = Pick<Handlers, 'getDesk' | 'changeProfile' | 'setPhoto' | 'removePhoto'>

/** What an expert shows of themselves. */
export function createProfileHandlers({ profiles }: Services): ProfileHandlers {
  return {
    getDesk: ({ actor }) => profiles.read(actor),
    changeProfile: ({ actor, body }) => profiles.change(actor, body),
    setPhoto: ({ actor, picture }) => profiles.setPhoto(actor, picture),
    removePhoto: ({ actor }) => profiles.removePhoto(actor),
  }
}
