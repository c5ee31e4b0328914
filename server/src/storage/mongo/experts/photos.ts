import { type ClientSession, mongo } from 'mongoose'
import { type Photo, photoIdOf } from '../../../domain/experts/photo.ts'
import type { PhotoDoc } from '../engine/documents.ts'
import type { Models } from '../engine/models.ts'

export type Photos = ReturnType<typeof createPhotos>

/** What is written here is part of a transaction. */
export function createPhotos({ photos, experts }: Pick<Models, 'photos' | 'experts'>) {
  async function find(id: string): Promise<Uint8Array | null> {
    const doc = await photos.findById(id).lean<PhotoDoc>()
    return doc && bytesOf(doc.bytes)
  }

  /** The same picture is stored once. */
  async function keep({ id, bytes }: Photo, session: ClientSession): Promise<void> {
    await photos.updateOne(
      { _id: id },
      { $setOnInsert: { bytes: Buffer.from(bytes) }, $inc: { chosen: 1 } },
      { session, upsert: true },
    )
  }

  async function removeUnlessUsed(url: string | null, session: ClientSession): Promise<void> {
    const id = photoIdOf(url)
    if (id === null || (await experts.exists({ photoUrl: url }).session(session))) return
    await photos.deleteOne({ _id: id }, { session })
  }

  return { find, keep, removeUnlessUsed }
}

/** The driver gives bytes back in a class of its own. */
export function bytesOf(stored: PhotoDoc['bytes']): Uint8Array {
  return new Uint8Array(stored instanceof mongo.Binary ? stored.buffer : stored)
}
