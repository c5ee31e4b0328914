import type { SignInProof } from '@expertconnect/contract/people/shapes'
import { call } from '../../../server/api/client.ts'
import { useSend } from '../../../server/use-send.ts'
import { useSignedIn } from '../use-signed-in.ts'

/** Asks for a mail with a code and a link. */
export function useStartSignIn() {
  return useSend((email: string) => call('startSignIn', { body: { email: email.trim() } }))
}

/** Signs in. What the page shows follows from who is signed in then. */
export function useProveSignIn() {
  const onDone = useSignedIn()
  return useSend((proof: SignInProof) => call('proveSignIn', { body: proof }), { onDone })
}
