import { useCallback, useEffect, useRef, useState } from 'react'
import { playThrough } from '../../media/speaker.ts'

interface RemoteSound {
  /** For the one element that plays it. */
  readonly ref: (element: HTMLAudioElement | null) => void
  /** The browser wants a press first. */
  readonly isRefused: boolean
  readonly turnOn: () => void
}

/**
 * Plays what is heard, through one element for the whole call: once a browser has let it play it lets it go on. A browser
 * may refuse to begin without a press; then the press is asked for. `isInterrupted`: a phone call took the sound of this
 * device, and iOS does not play on by itself when it is over.
 */
export function useRemoteSound(
  stream: MediaStream,
  speakerId: string | null,
  isInterrupted: boolean,
): RemoteSound {
  const audio = useRef<HTMLAudioElement | null>(null)
  const [isRefused, setRefused] = useState(false)
  const wasRefused = useRef(false)

  const play = useCallback(async () => {
    const element = audio.current
    if (!element) return
    try {
      await element.play()
      if (wasRefused.current) setRefused((wasRefused.current = false))
    } catch (error) {
      // Anything else is a `play` that another one overtook.
      if (error instanceof DOMException && error.name === 'NotAllowedError') {
        setRefused((wasRefused.current = true))
      }
    }
  }, [])

  const ref = useCallback(
    (element: HTMLAudioElement | null) => {
      if (audio.current && !element) audio.current.srcObject = null
      audio.current = element
      if (!element) return
      element.srcObject = stream
      void play()
    },
    [stream, play],
  )

  useEffect(() => {
    const again = () => void play()
    const look = () => {
      if (document.visibilityState === 'visible') void play()
    }
    stream.addEventListener('addtrack', again)
    document.addEventListener('visibilitychange', look)
    return () => {
      stream.removeEventListener('addtrack', again)
      document.removeEventListener('visibilitychange', look)
    }
  }, [stream, play])

  useEffect(() => {
    if (audio.current) void playThrough(audio.current, speakerId)
  }, [speakerId])

  useEffect(() => {
    if (!isInterrupted) void play()
  }, [isInterrupted, play])

  return { ref, isRefused, turnOn: () => void play() }
}
