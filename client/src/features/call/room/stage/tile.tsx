import { MicOff } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar } from '../../../../ui/display/avatar.tsx'
import { VisuallyHidden } from '../../../../ui/display/visually-hidden.tsx'
import { cx } from '../../../../ui/style/cx.ts'
import type { CallPerson } from '../state/call-facts.ts'
import styles from './tile.module.css'

export interface TileProps {
  person: CallPerson
  /** The words of its plate; the name, where nothing else is said. */
  plate?: ReactNode
  isMuted?: boolean
  isSpeaking?: boolean
  /** Their picture, where there is one; else their portrait or initials. */
  picture: ReactNode
  /** Below the portrait: why there is no picture. */
  note?: string | undefined
  avatarSize: number
  size: 'large' | 'small'
  className?: string | undefined
  children?: ReactNode
}

/** A person on the stage: picture or portrait, name, whether they are muted, and a border while they speak. */
export function Tile(props: TileProps) {
  const { person, plate, isMuted = false, isSpeaking = false, picture, note, size } = props
  return (
    <div
      className={cx(styles.tile, styles[size], props.className)}
      data-speaking={isSpeaking || undefined}
    >
      {picture ?? (
        <div className={styles.portrait}>
          <Avatar name={person.name} photoUrl={person.photoUrl} size={props.avatarSize} eager />
          {note !== undefined && <p className={styles.note}>{note}</p>}
        </div>
      )}
      {props.children}
      {plate !== null && (
        <p className={styles.plate}>
          {isMuted && <MicOff size={15} aria-hidden />}
          <span className={styles.name}>{plate ?? person.name}</span>
          {isMuted && <VisuallyHidden>, muted</VisuallyHidden>}
        </p>
      )}
    </div>
  )
}
