import type { BrowserFamily } from '../../../lib/browser/browser-family.ts'
import type { CaptureFault } from './local-media.ts'

/** What the browser's permission for a source stands at; `unknown` where it cannot be asked. */
export type PermissionNow = 'granted' | 'denied' | 'prompt' | 'unknown'

/** All that is known of a device that could not be had. */
export interface CaptureFailure {
  /** Of what `getUserMedia` rejected with. */
  readonly name: string
  readonly message: string
  /** Asked after the failure. */
  readonly permission: PermissionNow
  /** Whether one of the kind is listed at all. */
  readonly isListed: boolean
  readonly engine: BrowserFamily['engine']
}

/** What speaks against a device. Browsers say it in four different ways, and some of them wrongly. */
export function diagnose(failure: CaptureFailure): CaptureFault {
  switch (failure.name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
    case 'SecurityError':
      return whyNotAllowed(failure)
    case 'NotFoundError':
    case 'DevicesNotFoundError':
      // Firefox says so too when macOS or Android keeps its hand on a device that is there.
      return failure.engine === 'gecko' && failure.isListed ? 'blocked_by_system' : 'no_device'
    case 'OverconstrainedError':
      return 'no_device'
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return 'taken'
    case 'TypeError':
    case 'NotSupportedError':
      return 'unsupported'
    default:
      return 'unknown'
  }
}

function whyNotAllowed({ message, permission, engine }: CaptureFailure): CaptureFault {
  if (/\bsystem\b/i.test(message)) return 'blocked_by_system'
  if (/dismiss/i.test(message)) return 'dismissed'
  if (permission === 'denied') return 'denied'
  // The person allowed it here, so it is the system that does not.
  if (permission === 'granted') return 'blocked_by_system'
  // Firefox and Safari fall back to `prompt` although they refuse until the page is loaded anew: the refusal counts.
  return permission === 'prompt' && engine === 'chromium' ? 'dismissed' : 'denied'
}
