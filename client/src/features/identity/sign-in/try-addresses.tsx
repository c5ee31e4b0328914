import { useQuery } from '@tanstack/react-query'
import { FlaskConical } from 'lucide-react'
import { call } from '../../../server/api/client.ts'
import { devMailQuery } from '../../../server/api/dev-mail.ts'
import { paths } from '../../../lib/paths.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { VisuallyHidden } from '../../../ui/display/visually-hidden.tsx'
import styles from './try-addresses.module.css'

/** In a demo on this machine: the seeded experts, whose desks anybody may open. */
export function TryAddresses() {
  const { data: isDemo } = useQuery(devMailQuery)
  const experts = useQuery({
    queryKey: ['directory', 'to-try'],
    queryFn: async ({ signal }) =>
      (await call('searchExperts', { query: { sort: 'rating', limit: 4 } }, { signal })).items,
    enabled: isDemo === true,
  })
  if (isDemo !== true || !experts.data || experts.data.length === 0) return null
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
          The code is in the{' '}
          <a href={paths.devMail} target="_blank" rel="noopener">
            mail of this demo<VisuallyHidden>, opens in a new tab</VisuallyHidden>
          </a>
          : none leaves this machine.
        </p>
      </Notice>
    </div>
  )
}
