/** Bytes. Longer headers are no mail's. */
const HEADERS_END_WITHIN = 65_536;

/** The first address in its To that is a mailbox of ours, with the label that a signed reply address has (`feedback+…@`). */
export function mailboxOf(bytes: Uint8Array, mailboxes: readonly { readonly address: string }[]): string | undefined {
  const headers =
    Buffer.from(bytes.subarray(0, HEADERS_END_WITHIN))
      .toString('latin1')
      .split(/\r?\n\r?\n/)[0] ?? '';
  const to = /^to:((?:.*(?:\r?\n[ \t].*)*))/im.exec(headers)?.[1] ?? '';
  const ours = new Set(mailboxes.map(({ address }) => address.toLowerCase()));
  return (to.match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? []).find((address) => ours.has(address.toLowerCase().replace(/\+[^@]*@/, '@')));
}
