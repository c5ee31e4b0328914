import type { Expert } from '@expertconnect/contract/experts/shapes'
import { formatMoney, priceOf } from '../../../lib/money.ts'
import { Segmented } from '../../../ui/form/segmented.tsx'
import styles from './length-picker.module.css'

export interface LengthPickerProps {
  expert: Pick<Expert, 'sessionLengths' | 'hourlyRate'>
  minutes: number
  onChange: (minutes: number) => void
}

/** The session lengths that an expert offers, each with its price. */
export function LengthPicker({ expert, minutes, onChange }: LengthPickerProps) {
  const options = expert.sessionLengths.map((length) => ({
    value: length,
    label: `${length} min`,
    detail: formatMoney(priceOf(expert.hourlyRate, length)),
  }))
  const [only] = options
  if (options.length === 1 && only) {
    return (
      <p className={styles.only}>
        Sessions of {only.label}: <strong>{only.detail}</strong>
      </p>
    )
  }
  return <Segmented legend="Session length" options={options} value={minutes} onChange={onChange} />
}
