import type { Services } from '../../services/services.ts'
import type { Handlers } from './handler.ts'

type CallHandlers = Pick<Handlers, 'getCall' | 'reportCall' | 'getPractice'>

/** Meeting in a room: what a browser needs before it goes in. */
export function createCallHandlers({ calls }: Services): CallHandlers {
  return {
    getCall: ({ actor, params }) => calls.read(actor, params.id),
    reportCall: async ({ actor, params, body }) => {
      await calls.report(actor, params.id, body.fault)
      return null
    },
    getPractice: async () => calls.practice(),
  }
}
