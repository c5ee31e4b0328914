import { useMutation } from '@tanstack/react-query'
import { Download } from 'lucide-react'
import { saveFile } from '../../../lib/browser/save-file.ts'
import { call } from '../../../server/api/client.ts'
import { problemOf } from '../../../server/api/problem.ts'
import { Refusal } from '../../../ui/feedback/refusal.tsx'
import { Button } from '../../../ui/action/button.tsx'
import { useToast } from '../../../ui/feedback/toast.tsx'
import { Section } from './section.tsx'

const fileName = 'expertconnect-data.json'

/** All that is kept about whoever is signed in, as a file. */
export function DataSection() {
  const toast = useToast()
  const read = useMutation({
    mutationFn: () => call('readMyData', {}),
    onSuccess: (data) => {
      saveFile(fileName, 'application/json', JSON.stringify(data, null, 2))
      toast({ tone: 'good', title: 'Your data was downloaded', detail: fileName })
    },
  })
  return (
    <Section title="Download your data">
      <p>
        Your address, the browsers in which you are signed in, and every booking that was made with
        your address, as a JSON file.
      </p>
      <Refusal problem={read.error && problemOf(read.error)} />
      <div>
        <Button
          busy={read.isPending}
          icon={<Download size={18} aria-hidden />}
          onClick={() => read.mutate()}
        >
          Download my data
        </Button>
      </div>
    </Section>
  )
}
