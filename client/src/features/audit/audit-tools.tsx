import { Download, TriangleAlert } from 'lucide-react'
import { Link } from 'react-router'
import { saveFile } from '../../lib/browser/save-file.ts'
import { paths } from '../../lib/paths.ts'
import { useSend } from '../../server/use-send.ts'
import { Button } from '../../ui/action/button.tsx'
import { Notice } from '../../ui/feedback/notice.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { Segmented } from '../../ui/form/segmented.tsx'
import { useAttempt } from '../../ui/form/use-attempt.ts'
import styles from './audit-tools.module.css'
import { readAuditFile, type ShownKind } from './queries.ts'

const kinds = [
  { value: 'all', label: 'All' },
  { value: 'administration', label: 'Changes' },
  { value: 'sign_in', label: 'Sign-ins' },
  { value: 'refusal', label: 'Refused' },
  { value: 'account', label: 'Accounts' },
] as const

interface AuditToolsProps {
  kind: ShownKind
  onChange: (kind: ShownKind) => void
}

/** Which entries are shown, and the way to take them away. */
export function AuditTools({ kind, onChange }: AuditToolsProps) {
  const { busy, problem, send } = useAttempt()
  const csv = useSend(async () => {
    saveFile('expertconnect-log.csv', 'text/csv', await readAuditFile(kind, 'csv'))
  })
  const lines = useSend(async () => {
    const text = await readAuditFile(kind, 'jsonl')
    saveFile('expertconnect-log.jsonl', 'application/jsonl', text)
  })
  return (
    <div className={styles.tools}>
      <Segmented legend="Which entries" options={kinds} value={kind} onChange={onChange} />
      <div className={styles.ways}>
        <Button
          size="s"
          busy={busy}
          icon={<Download size={16} aria-hidden />}
          onClick={() => void send(() => csv())}
        >
          Download as CSV
        </Button>
        <Button
          size="s"
          busy={busy}
          icon={<Download size={16} aria-hidden />}
          onClick={() => void send(() => lines())}
        >
          Download as JSON lines
        </Button>
      </div>
      {problem?.code === 'fresh_proof_needed' ? (
        <Notice role="alert" icon={<TriangleAlert size={20} />} title="Please sign in again">
          <p>
            The log says who was here and when.{' '}
            <Link to={paths.signInAgain(paths.adminAudit)}>Sign in again</Link>, and you’ll come
            straight back here.
          </p>
        </Notice>
      ) : (
        <Refusal problem={problem} />
      )}
    </div>
  )
}
