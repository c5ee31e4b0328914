import { useQueryClient } from '@tanstack/react-query'
import { Send } from 'lucide-react'
import { call } from '../../server/api/client.ts'
import { useSend } from '../../server/use-send.ts'
import { Button } from '../../ui/action/button.tsx'
import { Refusal } from '../../ui/feedback/refusal.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { useAttempt } from '../../ui/form/use-attempt.ts'
import { bookingMessagesKey } from './queries.ts'

export interface SendAgainProps {
  /** Of the booking. */
  id: string
  token: string
  to: string | undefined
}

/** For a customer who did not get the confirmation, or has lost it. */
export function SendAgain({ id, token, to }: SendAgainProps) {
  const client = useQueryClient()
  const toast = useToast()
  const attempt = useAttempt()
  const sendAgain = useSend(() => call('sendAgain', { params: { id } }, { bearer: token }), {
    onDone: () => client.invalidateQueries({ queryKey: bookingMessagesKey(id, token) }),
  })

  function send() {
    return attempt.send(async () => {
      const refusal = await sendAgain()
      if (refusal === null) {
        toast({
          tone: 'good',
          title: 'The confirmation is on its way again',
          ...(to !== undefined && { detail: `To ${to}.` }),
          key: 'send-again',
        })
      }
      return refusal
    })
  }

  return (
    <>
      <Refusal problem={attempt.problem} />
      <div>
        <Button
          size="s"
          icon={<Send size={16} aria-hidden />}
          busy={attempt.busy}
          onClick={() => void send()}
        >
          Send the confirmation again
        </Button>
      </div>
    </>
  )
}
