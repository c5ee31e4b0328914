import { type RefObject, useEffect, useRef, useState } from 'react'

interface DocumentPictureInPicture {
  requestWindow: (options: { width: number; height: number }) => Promise<Window>
}

export interface PictureInPicture {
  /** Where the small view is to be shown; `null` while it is not, and where the browser shows the bare video. */
  readonly window: Window | null
  /** `null` where this browser has neither kind. */
  readonly control: { isOn: boolean; toggle: () => void } | null
}

/** A small window above all others: with controls where the browser lets a page fill it, else the bare video. */
export function usePictureInPicture(video: RefObject<HTMLVideoElement | null>): PictureInPicture {
  const [own, setOwn] = useState<Window | null>(null)
  const [isVideoOut, setVideoOut] = useState(false)
  const ownNow = useRef<Window | null>(null)
  const isShown = useRef(true)
  const { documentPictureInPicture: maker } = window as {
    documentPictureInPicture?: DocumentPictureInPicture
  }

  useEffect(() => {
    const look = () => setVideoOut(Boolean(document.pictureInPictureElement))
    // They do not bubble: they are caught on their way down.
    document.addEventListener('enterpictureinpicture', look, true)
    document.addEventListener('leavepictureinpicture', look, true)
    isShown.current = true
    return () => {
      isShown.current = false
      document.removeEventListener('enterpictureinpicture', look, true)
      document.removeEventListener('leavepictureinpicture', look, true)
      ownNow.current?.close()
      if (document.pictureInPictureElement)
        void document.exitPictureInPicture().catch(() => undefined)
    }
  }, [])

  async function openOwn(from: DocumentPictureInPicture) {
    const made = await from.requestWindow({ width: 360, height: 270 })
    // The call ended while it was being made.
    if (!isShown.current) return made.close()
    copyLook(made)
    made.addEventListener('pagehide', () => {
      ownNow.current = null
      setOwn(null)
    })
    ownNow.current = made
    setOwn(made)
  }

  async function turnVideo() {
    if (document.pictureInPictureElement) await document.exitPictureInPicture()
    else await video.current?.requestPictureInPicture()
  }

  function toggle() {
    if (own) own.close()
    // It is refused without a press of its own, or while no picture is there.
    else void (maker ? openOwn(maker) : turnVideo()).catch(() => undefined)
  }

  const isThere = maker !== undefined || document.pictureInPictureEnabled
  return {
    window: own,
    control: isThere ? { isOn: own !== null || isVideoOut, toggle } : null,
  }
}

/** Another document: it has none of our styles. */
function copyLook(made: Window): void {
  const to = made.document
  to.documentElement.lang = document.documentElement.lang
  const { theme } = document.documentElement.dataset
  if (theme !== undefined) to.documentElement.dataset.theme = theme
  to.title = document.title
  for (const node of document.querySelectorAll('link[rel="stylesheet"], style')) {
    to.head.append(to.importNode(node, true))
  }
}
