/** Of one address. Signs such as `?` and `&` belong to it, and must not begin a field of the mail that opens (RFC 6068). */
export function mailLink(address: string): string {
  const at = address.lastIndexOf('@')
  const name = encodeURIComponent(address.slice(0, at)).replaceAll('%2B', '+')
  return `mailto:${name}${address.slice(at)}`
}

/**
 * Of a phone number as somebody wrote it (RFC 3966). The zero that is dialled only at home goes where the country stands,
 * and an extension is one: read on as digits, it would call somebody else.
 */
export function callLink(phone: string): string {
  const written = phone.includes('+') ? phone.replaceAll('(0)', '') : phone
  const [, main = '', extension = ''] =
    /^(.*?\d.*?)(?:[\p{L};,#]+[\s.:=]*(\d{1,10}))?$/u.exec(written) ?? []
  const number = dialled(main)
  return extension === '' || number.length < 5
    ? `tel:${dialled(written)}`
    : `tel:${number};ext=${extension}`
}

function dialled(written: string): string {
  return written.replaceAll(/[^+\d]/g, '').replaceAll(/(?<=.)\+/g, '')
}
