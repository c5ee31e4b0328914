import { useEffect, useRef } from 'react'
import styles from './preview.module.css'

/** Mirrored, as one knows oneself. What is sent is not. */
export function Preview({ stream }: { stream: MediaStream }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const element = video.current
    if (!element) return
    element.srcObject = stream
    // Safari wants to be asked; a refusal leaves the first picture standing.
    void element.play().catch(() => undefined)
    return () => {
      element.srcObject = null
    }
  }, [stream])
  return (
    <video
      ref={video}
      muted
      playsInline
      disablePictureInPicture
      aria-label="Your own picture"
      className={styles.preview}
    />
  )
}
