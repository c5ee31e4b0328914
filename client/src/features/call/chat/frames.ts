import { writtenText } from '@expertconnect/contract/written'
import { longestChatMessage } from './chat.ts'

/** What an end says of its own media. */
export interface MediaState {
  readonly microphone: boolean
  readonly camera: boolean
  readonly sharing: boolean
  readonly interrupted: boolean
  readonly soundOnly: 'no' | 'chosen' | 'weak_line'
}

/** What goes over the channel for texts. */
export type Frame =
  | { readonly kind: 'chat'; readonly id: string; readonly text: string }
  /** That message has arrived. */
  | { readonly kind: 'got'; readonly id: string }
  | { readonly kind: 'media'; readonly state: MediaState }

const id = /^[A-Za-z0-9-]{8,64}$/

/** The frame, or null for anything else: what comes from the other side is not to be trusted. */
export function readFrame(text: string): Frame | null {
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch {
    return null
  }
  if (!isRecord(found)) return null
  const { kind } = found
  if (kind === 'media') return readMedia(found['state'])
  if (!isChatId(found['id'])) return null
  if (kind === 'got') return { kind, id: found['id'] }
  const said = kind === 'chat' ? cleanText(found['text']) : null
  return said === null ? null : { kind: 'chat', id: found['id'], text: said }
}

/** What may be shown of it; null for nothing, or for too much. */
export function cleanText(found: unknown): string | null {
  if (typeof found !== 'string' || found.length > longestChatMessage * 2) return null
  const text = writtenText(found)
  return text === '' || text.length > longestChatMessage ? null : text
}

export function isChatId(found: unknown): found is string {
  return typeof found === 'string' && id.test(found)
}

function readMedia(found: unknown): Frame | null {
  if (!isRecord(found)) return null
  const { microphone, camera, sharing, interrupted, soundOnly } = found
  return {
    kind: 'media',
    state: {
      microphone: microphone === true,
      camera: camera === true,
      sharing: sharing === true,
      interrupted: interrupted === true,
      soundOnly: soundOnly === 'chosen' || soundOnly === 'weak_line' ? soundOnly : 'no',
    },
  }
}

function isRecord(found: unknown): found is Readonly<Record<string, unknown>> {
  return typeof found === 'object' && found !== null
}
