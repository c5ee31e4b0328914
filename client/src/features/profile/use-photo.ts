import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../../server/api/client.ts'
import { ApiProblem, unreachable } from '../../server/api/problem.ts'
import { expertQuery, deskQuery } from '../../server/api/expert-queries.ts'

// Said again and not imported: the contract's file would bring the validation of every answer along.
const most = 8 * 1024 * 1024

/** Sends or removes the photo. While one is sent it is shown from here, with how much of it has gone. */
export function usePhoto() {
  const client = useQueryClient()
  const [sending, setSending] = useState<{ preview: string; part: number } | null>(null)

  const change = useMutation({
    mutationFn: async (file: File | null) => {
      if (file === null) return call('removePhoto', {})
      const fault = faultOf(file)
      if (fault !== null) throw new ApiProblem({ ...unreachable, status: 422, ...fault })
      setSending({ preview: await readPicture(file), part: 0 })
      const type = typeOf(file)
      const picture = type === file.type ? file : file.slice(0, file.size, type)
      return call('setPhoto', {}, { picture, onSent: showPart })
    },
    onSuccess: (expert) => {
      client.setQueryData(deskQuery.queryKey, expert)
      void client.invalidateQueries({ queryKey: expertQuery(expert.slug).queryKey })
    },
    onSettled: () => setSending(null),
  })

  function showPart(part: number) {
    setSending((before) => before && { ...before, part })
  }

  return { change, sending }
}

const readable = new Set(['jpeg', 'png', 'webp', 'avif', 'gif'].map((name) => `image/${name}`))
const fine = 'A JPEG, PNG, WebP, AVIF or GIF is fine.'

/** Some systems know the JPEG by names that no standard has. */
function typeOf({ type }: File): string {
  return /^image\/(jpg|pjpeg|jfif)$/.test(type) ? 'image/jpeg' : type
}

function faultOf(file: File) {
  const code = 'not_an_image' as const
  const title = 'This picture cannot be used'
  if (/^image\/hei[cf]/.test(file.type) || /\.hei[cf]$/i.test(file.name)) {
    const detail =
      'It is a HEIC, as iPhones and some cameras store photos. Save or export it as a JPEG, and that one is fine.'
    return { code, title, detail }
  }
  if (!readable.has(typeOf(file))) {
    return { code, title, detail: `That isn’t a picture we can use. ${fine}` }
  }
  if (file.size > most) {
    return { code, title, detail: 'It’s larger than 8 MB. Please try a smaller version.' }
  }
  return null
}

/** As a data address: the page may show no other picture that did not come from the server. */
function readPicture(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.addEventListener('load', () => {
      resolve(typeof reader.result === 'string' ? reader.result : '')
    })
    reader.addEventListener('error', () => reject(reader.error ?? new Error('unreadable')))
    reader.readAsDataURL(file)
  })
}
