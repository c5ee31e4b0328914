import { useCallback, useEffect, useRef, type Ref } from 'react'
import { cx } from '../../../../ui/style/cx.ts'
import styles from './stream-video.module.css'

export interface StreamVideoProps {
  stream: MediaStream
  /** Whose picture it is. */
  label: string
  /** A screen is shown whole, a face fills its place. */
  fit: 'cover' | 'contain'
  mirrored?: boolean
  ref?: Ref<HTMLVideoElement>
}

/**
 * A moving picture without sound. It is played by hand: Safari stops what has `autoplay` when the page is left, and does
 * not begin again.
 */
export function StreamVideo({ stream, label, fit, mirrored = false, ref }: StreamVideoProps) {
  const video = useRef<HTMLVideoElement | null>(null)
  const take = useCallback(
    (element: HTMLVideoElement | null) => {
      video.current = element
      if (typeof ref === 'function') ref(element)
      else if (ref) ref.current = element
    },
    [ref],
  )

  useEffect(() => {
    const element = video.current
    if (!element) return
    const play = () => void element.play().catch(() => undefined)
    const look = () => {
      if (document.visibilityState === 'visible') play()
    }
    element.srcObject = stream
    play()
    stream.addEventListener('addtrack', play)
    document.addEventListener('visibilitychange', look)
    return () => {
      stream.removeEventListener('addtrack', play)
      document.removeEventListener('visibilitychange', look)
      // What is not let go of is kept in memory.
      element.srcObject = null
    }
  }, [stream])

  return (
    <video
      ref={take}
      aria-label={label}
      muted
      playsInline
      disablePictureInPicture={mirrored}
      className={cx(styles.video, styles[fit], mirrored && styles.mirrored)}
    />
  )
}
