import { KeyRound } from 'lucide-react'
import { paths } from '../../../lib/paths.ts'
import { CopyButton } from '../../../ui/form/copy-button.tsx'
import { Part } from './part.tsx'

export interface CustomersLinkProps {
  id: string
  token: string
  /** Whoever signs in with it needs no link. */
  email: string | undefined
}

/** The link that opens this one booking for its customer, in any browser. */
export function CustomersLink({ id, token, email }: CustomersLinkProps) {
  return (
    <Part id="private-link" icon={KeyRound} title="Your private link">
      <p>
        It is in the e-mails about this session too. With it you get back to your booking from
        another browser or device{email !== undefined && <>, or by signing in with {email}</>}.
        Whoever has the link can change or cancel the session, so keep it to yourself.
      </p>
      <CopyButton
        text={location.origin + paths.booking(id, token)}
        label="Copy your private link"
        said="Your private link is copied"
      />
    </Part>
  )
}

/** The link that opens this one booking for its expert, in any browser. */
export function ExpertsLink({ id, token }: { id: string; token: string }) {
  return (
    <Part id="own-link" icon={KeyRound} title="Your link">
      <p>
        It opens this session for you without signing in. Anyone who has it can cancel the session:
        keep it to yourself.
      </p>
      <CopyButton
        text={location.origin + paths.deskBooking(id, token)}
        label="Copy your link"
        said="Your link is copied"
      />
    </Part>
  )
}
