import { useQuery } from '@tanstack/react-query'
import { Fingerprint } from 'lucide-react'
import { Link } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { meQuery } from '../../../server/api/people-queries.ts'
import { Notice } from '../../../ui/feedback/notice.tsx'
import { passkeysWork } from './device.ts'

/** To whoever administers and has no passkey, until they have one. */
export function PasskeyNotice() {
  const { data } = useQuery(meQuery)
  if (data?.lacksPasskey !== true) return null
  return (
    <Notice tone="accent" icon={<Fingerprint size={20} />} title="Please add a passkey">
      <p>
        Anyone who gets into your mailbox can get in here too. A passkey stops them: your phone or
        computer has to confirm that it’s you.{' '}
        {passkeysWork() ? (
          <Link to={paths.passkeys}>Add a passkey</Link>
        ) : (
          'Browsers allow passkeys only over https, or on this very machine as localhost. Once you reach this site that way, add one on the page “Account”.'
        )}
      </p>
    </Notice>
  )
}
