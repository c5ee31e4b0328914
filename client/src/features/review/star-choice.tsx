import { Star } from 'lucide-react'
import { useId, type Ref } from 'react'
import { cx } from '../../ui/style/cx.ts'
import { FaultLine } from '../../ui/form/fault-line.tsx'
import styles from './star-choice.module.css'

const words = ['Poor', 'Fair', 'Good', 'Very good', 'Excellent']

export interface StarChoiceProps {
  legend: string
  /** `'1'` to `'5'`; empty where nothing is chosen yet. */
  value: string
  error?: string | undefined
  /** Of the first star, so that a form can move the focus to it. */
  ref?: Ref<HTMLInputElement>
  onChange: (event: { readonly target: { readonly value: string } }) => void
}

/** One to five stars: native radio buttons, so arrows, forms and screen readers work by themselves. */
export function StarChoice({ legend, value, error, ref, onChange }: StarChoiceProps) {
  const name = useId()
  const faultId = `${name}-fault`
  const chosen = Number(value)
  return (
    <fieldset
      className={styles.choice}
      aria-describedby={error === undefined ? undefined : faultId}
    >
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.stars}>
        {words.map((word, index) => {
          const stars = index + 1
          return (
            <label key={word} className={cx(styles.star, stars <= chosen && styles.filled)}>
              <input
                ref={index === 0 ? ref : undefined}
                className="covering"
                type="radio"
                name={name}
                value={stars}
                checked={stars === chosen}
                aria-label={`${stars === 1 ? '1 star' : `${stars} stars`}, ${word.toLowerCase()}`}
                onChange={onChange}
              />
              <span aria-hidden className={styles.face}>
                <Star
                  size={30}
                  strokeWidth={1.5}
                  fill={stars <= chosen ? 'currentColor' : 'none'}
                />
              </span>
            </label>
          )
        })}
        <span aria-hidden className={styles.word}>
          {words[chosen - 1] ?? ''}
        </span>
      </div>
      {error !== undefined && <FaultLine id={faultId}>{error}</FaultLine>}
    </fieldset>
  )
}
