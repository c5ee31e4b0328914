import type { Expert } from '@expertconnect/contract/experts/shapes'
import { Check } from 'lucide-react'
import { policyLines } from './policy-lines.ts'
import styles from './profile-body.module.css'

/** In their own words, what to bring, and the terms. */
export function ProfileBody({ expert }: { expert: Expert }) {
  const paragraphs = expert.bio.split(/\n+/).filter((text) => text.trim() !== '')
  return (
    <>
      <div className={styles.bio}>
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {expert.bring.length > 0 && (
        <section className={styles.block} aria-labelledby="bring">
          <h2 id="bring">What to bring</h2>
          <ul className={styles.lines}>
            {expert.bring.map((line) => (
              <li key={line}>
                <Check size={18} aria-hidden />
                <span>{line}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.block} aria-labelledby="policy">
        <h2 id="policy">Good to know</h2>
        <ul className={styles.lines}>
          {policyLines(expert).map(({ icon: Icon, text }) => (
            <li key={text}>
              <Icon size={18} aria-hidden />
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}
