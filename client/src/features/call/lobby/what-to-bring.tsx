import type { CallRole } from '@expertconnect/contract/calls/shapes'
import { FileText, Headphones, type LucideIcon, MessageCircleQuestion, Sun } from 'lucide-react'
import styles from './what-to-bring.module.css'

const forBoth: readonly [LucideIcon, string][] = [
  [Headphones, 'Headphones, so that nobody hears an echo'],
  [Sun, 'A quiet place, with the light in front of you'],
]
const lists: Readonly<Record<CallRole, readonly [LucideIcon, string][]>> = {
  customer: [
    [MessageCircleQuestion, 'Your question, in a sentence or two'],
    [FileText, 'What you want to show: on a computer you can share your screen'],
    ...forBoth,
  ],
  expert: [
    [MessageCircleQuestion, 'The topic: you’ll find it in the booking'],
    [FileText, 'What you want to show: on a computer you can share your screen'],
    ...forBoth,
  ],
}

export function WhatToBring({ role }: { role: CallRole }) {
  return (
    <section aria-labelledby="bring" className={styles.part}>
      <h2 id="bring" className={styles.title}>
        What to bring
      </h2>
      <ul className={styles.list}>
        {lists[role].map(([Icon, text]) => (
          <li key={text}>
            <Icon size={18} aria-hidden />
            {text}
          </li>
        ))}
      </ul>
    </section>
  )
}
