import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../action/button.tsx'
import { useAnnounce } from '../feedback/use-announce.ts'
import styles from './copy-button.module.css'
import { Field } from './field.tsx'

interface CopyButtonProps {
  text: string
  /** "Copy your link". */
  label: string
  /** What screen readers are told then: "Your link is copied". */
  said: string
}

/** Copies a text. Where the browser does not allow that, the text shows, so that it can be copied by hand. */
export function CopyButton({ text, label, said }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  const announce = useAnnounce()

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
      announce(said)
    } catch {
      setState('refused')
    }
  }

  const copied = state === 'copied'
  const Icon = copied ? Check : Copy
  return (
    <div className={styles.copy}>
      <Button icon={<Icon size={18} aria-hidden />} onClick={() => void copy()}>
        {copied ? 'Copied' : label}
      </Button>
      {state === 'refused' && (
        <Field
          label="The browser did not allow copying. Copy it from here:"
          readOnly
          value={text}
          onFocus={(event) => event.target.select()}
        />
      )}
    </div>
  )
}
