import styles from './aurora.module.css'

/** The slow light behind everything. Three soft gradients that drift; nothing is blurred at run time. */
export function Aurora() {
  return (
    <div aria-hidden className={styles.aurora}>
      <span />
      <span />
      <span />
    </div>
  )
}
