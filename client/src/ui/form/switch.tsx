import { useId } from 'react'
import styles from './switch.module.css'

export interface SwitchProps {
  label: string
  /** What it means now, below the label. */
  detail?: string
  checked: boolean
  busy?: boolean
  onChange: (checked: boolean) => void
}

/** On or off, with effect at once. */
export function Switch({ label, detail, checked, busy = false, onChange }: SwitchProps) {
  const id = useId()
  return (
    <button
      type="button"
      role="switch"
      aria-checked={checked}
      aria-busy={busy || undefined}
      aria-labelledby={`${id}-label`}
      aria-describedby={detail === undefined ? undefined : `${id}-detail`}
      className={styles.switch}
      onClick={() => !busy && onChange(!checked)}
    >
      <span className={styles.words}>
        <span id={`${id}-label`} className={styles.label}>
          {label}
        </span>
        {detail !== undefined && (
          <span id={`${id}-detail`} className={styles.detail}>
            {detail}
          </span>
        )}
      </span>
      <span aria-hidden className={styles.track}>
        <span className={styles.knob} />
      </span>
    </button>
  )
}
