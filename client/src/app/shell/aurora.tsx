import styles from './aurora.module.css'

/** The slow light behind everything. Soft gradients that drift, and move up more slowly than the page; nothing is blurred at run time. */
export function Aurora() {
  return (
    <div aria-hidden className={styles.aurora}>
      <div className={styles.sky}>
        <span />
        <span />
        <span />
        <span />
        <span />
      </div>
    </div>
  )
}
