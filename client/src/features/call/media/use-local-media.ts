import { useEffect, useState, useSyncExternalStore } from 'react'
import { createLocalMedia } from './create-local-media.ts'
import type { LocalMedia, LocalMediaView } from './local-media.ts'

/** Camera and microphone for as long as a page is open. */
export function useOwnLocalMedia(): LocalMedia {
  const [media] = useState(createLocalMedia)
  useEffect(() => media.close, [media])
  return media
}

/** Renders again with every change. */
export function useLocalMedia(media: LocalMedia): LocalMediaView {
  return useSyncExternalStore(media.subscribe, media.read)
}
