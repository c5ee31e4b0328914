/** Domains under which strangers have their addresses, beside those that the library of both ends knows. */
export const moreMailProviders: readonly string[] = `
  proton.me protonmail.com pm.me fastmail.com hey.com duck.com zoho.com gmx.at gmx.ch
  gmx.com mailbox.org posteo.de tutanota.com seznam.cz email.cz wp.pl o2.pl onet.pl
  interia.pl yandex.com inbox.ru naver.com hanmail.net 126.com 163.com foxmail.com
  sina.com ukr.net abv.bg
`
  .trim()
  .split(/\s+/)
