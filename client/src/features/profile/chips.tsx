import { X } from 'lucide-react'
import styles from './chips.module.css'

export interface ChipsProps {
  label: string
  items: readonly { key: string; text: string }[]
  onRemove: (key: string) => void
}

/** Words, each with the button that removes it. */
export function Chips({ label, items, onRemove }: ChipsProps) {
  if (items.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={label}>
      {items.map(({ key, text }) => (
        <li key={key} className={styles.chip}>
          <span>{text}</span>
          <button type="button" aria-label={`Remove ${text}`} onClick={() => onRemove(key)}>
            <X size={16} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}
