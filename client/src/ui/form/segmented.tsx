import { useId } from 'react'
import { cx } from '../style/cx.ts'
import styles from './segmented.module.css'
import { VisuallyHidden } from '../display/visually-hidden.tsx'

export interface SegmentedOption<T extends string | number> {
  value: T
  label: string
  /** A second, smaller line, such as a price. */
  detail?: string
  disabled?: boolean
}

export interface SegmentedProps<T extends string | number> {
  /** What is chosen here; shown above with `showLegend`, else for screen readers alone. */
  legend: string
  showLegend?: boolean
  options: readonly SegmentedOption<T>[]
  value: T
  onChange: (value: T) => void
  /** Below each other, where their words are long. */
  stacked?: boolean
  className?: string
}

/** A choice of a few: native radio buttons, so arrows, forms and screen readers work by themselves. */
export function Segmented<T extends string | number>(props: SegmentedProps<T>) {
  const { legend, showLegend = false, options, value, onChange, className } = props
  const { stacked = false } = props
  const name = useId()
  return (
    <fieldset className={className}>
      <legend className={styles.legend}>
        {showLegend ? legend : <VisuallyHidden>{legend}</VisuallyHidden>}
      </legend>
      <div className={cx(styles.track, stacked && styles.stacked)}>
        {options.map((option) => (
          <label key={option.value} className={styles.segment}>
            <input
              className="covering"
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span className={styles.face}>
              <span className={cx('tabular', styles.label)}>{option.label}</span>
              {option.detail !== undefined && (
                <span className={styles.detail}>{option.detail}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
