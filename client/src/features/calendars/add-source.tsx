import { useId, useState } from 'react'
import { Panel } from '../../ui/display/panel.tsx'
import { Segmented } from '../../ui/form/segmented.tsx'
import { AddByAccount } from './add-by-account.tsx'
import { AddByAddress } from './add-by-address.tsx'
import styles from './add-source.module.css'

const ways = [
  { value: 'file', label: 'Private address', detail: 'Google, Outlook and others' },
  { value: 'account', label: 'Calendar account (CalDAV)', detail: 'iCloud, Nextcloud, Fastmail' },
] as const

/** Adds calendars that one has elsewhere, by an address of one or by an account that has several. */
export function AddSource() {
  const id = useId()
  const [way, setWay] = useState<'file' | 'account'>('file')
  return (
    <Panel as="section" aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        Add a calendar
      </h2>
      <div className={styles.ways}>
        <Segmented legend="How it is found" options={ways} value={way} onChange={setWay} />
      </div>
      {way === 'file' ? <AddByAddress /> : <AddByAccount />}
    </Panel>
  )
}
