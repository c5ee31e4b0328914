import { ChevronDown } from 'lucide-react'
import { useId, type ComponentProps } from 'react'
import { cx } from '../style/cx.ts'
import styles from './select.module.css'

export interface SelectProps extends Omit<ComponentProps<'select'>, 'onChange'> {
  label: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
}

/** The native list: it opens as every person's system and screen reader expect it to. */
export function Select({ label, options, onChange, className, ...rest }: SelectProps) {
  const id = useId()
  return (
    <div className={cx(styles.select, className)}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <div className={styles.box}>
        <select {...rest} id={id} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={18} aria-hidden />
      </div>
    </div>
  )
}
