import styles from './steps.module.css'

export interface StepsProps {
  /** Each unlike the others. */
  steps: readonly string[]
  'aria-labelledby'?: string
}

/** What to do, one after the other, with its numbers. */
export function Steps({ steps, ...names }: StepsProps) {
  return (
    <ol className={styles.steps} {...names}>
      {steps.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
  )
}
