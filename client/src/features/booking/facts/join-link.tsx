import { Video } from 'lucide-react'
import { LinkButton } from '../../../ui/action/link-button.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import styles from './join-link.module.css'
import type { BookingRoom } from './room-times.ts'

export interface JoinLinkProps {
  room: BookingRoom
  /** Whom one meets there. */
  who: string
  size?: 's' | 'm' | 'l'
}

/** Into the room. It loads a document of its own: camera and microphone are allowed to no other. */
export function JoinLink({ room, who, size = 's' }: JoinLinkProps) {
  return (
    <LinkButton
      variant="primary"
      size={size}
      href={room.path}
      className={styles.join}
      icon={<Video size={size === 's' ? 16 : 20} aria-hidden />}
    >
      Join session<VisuallyHidden> with {who}</VisuallyHidden>
    </LinkButton>
  )
}
