import { ExternalLink } from 'lucide-react'
import { LinkButton } from '../../../../ui/action/link-button.tsx'
import { CopyButton } from '../../../../ui/form/copy-button.tsx'
import type { CallFacts } from '../state/call-facts.ts'
import styles from './demo-link.module.css'

/** In a demo nobody comes by themselves: one person is both sides. */
export function DemoLink({ facts: { other, demoUrl = '' } }: { facts: CallFacts }) {
  return (
    <section aria-label="Trying it alone" className={styles.demo}>
      <p>
        <strong>A demo:</strong> {other.name} is made up, so be both sides yourself, in a second tab
        or on another device in this network. Outside of a demo nobody sees this link.
      </p>
      <div className={styles.ways}>
        <LinkButton
          variant="primary"
          href={demoUrl}
          target="_blank"
          rel="noreferrer"
          icon={<ExternalLink size={18} aria-hidden />}
        >
          Open in a second tab
        </LinkButton>
        <CopyButton text={demoUrl} label="Copy the link" said="The other side’s link is copied" />
      </div>
    </section>
  )
}
