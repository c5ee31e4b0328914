/** Whom mails are from. */
export interface Sender {
  /** As readers show it; left out where the address says enough. */
  readonly name?: string
  readonly address: string
}

/** A Message-ID (RFC 5322) that nobody has used, on the domain of whoever sends. `newSecret` gives random bits. */
export function newMessageId({ address }: Sender, newSecret: (bits: number) => string): string {
  return `<${newSecret(128)}@${address.slice(address.lastIndexOf('@') + 1)}>`
}
