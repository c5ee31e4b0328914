import { useQuery } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { call } from '../../../server/api/client.ts'
import { devMailQuery } from '../../../server/api/dev-mail.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { WhereMailIs } from '../where-mail-is.tsx'
import styles from './try-addresses.module.css'

/** In a demo on this machine: the seeded experts, whose desks anybody may open. */
export function TryAddresses() {
  const { data: state } = useQuery(devMailQuery)
  const isDemo = state === 'open' || state === 'closed'
  const experts = useQuery({
    queryKey: ['directory', 'to-try'],
    queryFn: async ({ signal }) =>
      (await call('searchExperts', { query: { sort: 'rating', limit: 4 } }, { signal })).items,
    enabled: isDemo,
  })
  if (!isDemo || !experts.data || experts.data.length === 0) return null
  return (
    <div className={styles.try}>
      <Notice tone="accent" icon={<FlaskConical size={20} />} title="This is a demo: try a desk">
        <p>Sign in with the address of any seeded expert, such as:</p>
        <ul className={styles.list}>
          {experts.data.map(({ slug, name }) => (
            <li key={slug}>
              <code>{slug}@example.com</code>
              <span>{name}</span>
            </li>
          ))}
        </ul>
        <p>
          The code is in this demo’s mail, which never leaves this machine.{' '}
          <WhereMailIs state={state} />
        </p>
      </Notice>
    </div>
  )
}
