import type { Person } from '@expertconnect/contract/people/shapes'
import { Trash2 } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { Button } from '../../../ui/action/button.tsx'
import styles from './erase-section.module.css'
import { EraseDialog } from './erase-dialog.tsx'
import { Section } from './section.tsx'

/** The end of it: what that means, and the way there. The question is part of the address: a sign-in leads back to it. */
export function EraseSection({ person }: { person: Person }) {
  const [search, setSearch] = useSearchParams()
  const show = (open: boolean) =>
    setSearch(open ? { erase: '1' } : {}, { replace: true, preventScrollReset: true })
  return (
    <Section title="Erase your data">
      <ul className={styles.points}>
        <li>
          Your address is forgotten, and you are signed out everywhere. Nobody can bring it back.
        </li>
        <li>
          Past and cancelled sessions stay in the expert’s calendar without your name, address,
          phone number and topic.
        </li>
        <li>
          Backups made before then still contain it, for as long as the people who run this site
          keep them. E-mails that were sent stay where they are.
        </li>
        <li>
          Please cancel your upcoming sessions first: somebody is keeping that time free for you.
        </li>
      </ul>
      <div>
        <Button
          variant="danger"
          icon={<Trash2 size={18} aria-hidden />}
          aria-haspopup="dialog"
          onClick={() => show(true)}
        >
          Erase my data
        </Button>
      </div>
      {search.has('erase') && <EraseDialog person={person} onClose={() => show(false)} />}
    </Section>
  )
}
