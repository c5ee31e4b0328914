import { formatNextFree } from '../../lib/time/time.ts'
import styles from './next-free.module.css'

/** When the next session could begin. An instant that has passed was free when it was read: it is no promise now. */
export function NextFree({ at, zone, now }: { at: string | null; zone: string; now: number }) {
  if (at === null || Date.parse(at) <= now) {
    return (
      <span className={styles.none}>
        {at === null ? 'No free times at the moment' : 'See free times'}
      </span>
    )
  }
  return (
    <span className={styles.next}>
      <span aria-hidden className={styles.dot} />
      <span className={styles.words}>
        <span className={styles.label}>Next free </span>
        <time translate="no" dateTime={at}>
          {formatNextFree(at, zone, now)}
        </time>
      </span>
    </span>
  )
}
