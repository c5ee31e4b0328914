import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { formatDate, visitorZone } from '../../lib/time/time.ts'
import { Status, type Tone } from './status.tsx'
import styles from './decided.module.css'

export interface DecidedProps {
  /** What came of it: `Approved`. */
  word: string
  yes: boolean
  /** Of a no: how grave it is. */
  noTone?: Tone
  at: string | undefined
  /** The reason, and by whom. */
  children?: ReactNode
}

/** The foot of a card about which somebody has decided. */
export function Decided({ word, yes, noTone = 'neutral', at, children }: DecidedProps) {
  const Icon = yes ? Check : X
  return (
    <footer className={styles.decided}>
      <Status tone={yes ? 'live' : noTone} icon={<Icon size={15} aria-hidden />}>
        {word}
        {at !== undefined && ` on ${formatDate(at, visitorZone())}`}
      </Status>
      {children}
    </footer>
  )
}
