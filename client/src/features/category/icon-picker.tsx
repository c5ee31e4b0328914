import { useId } from 'react'
import { CategoryIcon, categoryIconNames } from '../../ui/display/category-icon.tsx'
import styles from './icon-picker.module.css'

interface IconPickerProps {
  /** A Lucide name; one that we do not carry is offered as well, so that it stays until another is chosen. */
  value: string
  onChange: (name: string) => void
}

/** The icons that a category can have: native radio buttons, so arrows choose among them. */
export function IconPicker({ value, onChange }: IconPickerProps) {
  const group = useId()
  const names = categoryIconNames.includes(value)
    ? categoryIconNames
    : [...categoryIconNames, value]
  return (
    <fieldset>
      <legend className={styles.legend}>Icon</legend>
      <div className={styles.icons}>
        {names.map((name) => (
          <label key={name} className={styles.icon} title={name}>
            <input
              className="covering"
              type="radio"
              name={group}
              value={name}
              aria-label={name.replaceAll('-', ' ')}
              checked={name === value}
              onChange={() => onChange(name)}
            />
            <span className={styles.face}>
              <CategoryIcon name={name} size={22} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
