import type { Category } from '@expertconnect/contract/experts/shapes'
import type { ReactNode } from 'react'
import { locale } from '../../../lib/time/time.ts'
import styles from './proof.module.css'

/**
 * Four figures. Whoever is listed is counted; the others are what the tests and the benchmark of the source measure
 * (README, “Measured”).
 */
export function Proof({ categories }: { categories: readonly Category[] | undefined }) {
  const fields = categories?.filter(({ experts }) => experts > 0) ?? []
  const experts = fields.reduce((sum, each) => sum + each.experts, 0)
  return (
    <section aria-labelledby="proof" className={styles.band}>
      <h2 id="proof" className={styles.title}>
        Not promised, <em>measured</em>
      </h2>
      <dl className={styles.figures}>
        {experts > 4 && (
          <Figure value={experts.toLocaleString(locale())}>
            experts in {fields.length === 1 ? 'one field' : `${fields.length} fields`}
          </Figure>
        )}
        <Figure value="1 of 50">
          who press the same time at once gets it; 49 are offered the nearest ones
        </Figure>
        <Figure value="43 ms">until 1,000 people who are watching see that a time has gone</Figure>
        <Figure value="0">trackers, and no cookie for you unless you sign in</Figure>
      </dl>
    </section>
  )
}

/** The words say what the number is of, so they are its term; the number stands first to the eye. */
function Figure({ value, children }: { value: string; children: ReactNode }) {
  return (
    <div className={styles.figure}>
      <dt>{children}</dt>
      <dd>{value}</dd>
    </div>
  )
}
