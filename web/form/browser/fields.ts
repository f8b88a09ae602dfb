/** Fields of the page itself; they are told anew by each page, and are nobody's answers. */
const ENVELOPE = ['submissionId', 'startToken', 'language', 'branch', 'campaign', 'website', 'onPage', 'goTo'];

/** A question's field `contact.email` is personal where `contact` is. */
export const isPersonal = (name: string, personal: readonly string[]): boolean => personal.some((id) => name.startsWith(`${id}.`));

/** All that was filled in on any page of a form, by the names of its fields. */
export class Fields {
  private readonly answers = new Map<string, readonly string[]>();

  /** Nothing is what people have not said: an empty text, and "no answer". */
  isEmpty(personal: readonly string[] = []): boolean {
    return this.answered(personal).length === 0;
  }

  /** Takes over how a page stands now. A field of the page that holds nothing any more is forgotten, those of other pages stay. */
  read(onPage: Iterable<string>, values: URLSearchParams): void {
    for (const name of new Set([...onPage, ...values.keys()])) {
      if (!ENVELOPE.includes(name)) this.answers.set(name, values.getAll(name));
    }
  }

  put(fields: readonly (readonly [string, string])[]): void {
    const values = new URLSearchParams(fields.map(([name, value]) => [name, value]));
    this.read([], values);
  }

  of(name: string): readonly string[] | undefined {
    return this.answers.get(name);
  }

  clear(): void {
    this.answers.clear();
  }

  /** All but what is personal: what may lie on the device. */
  answered(personal: readonly string[]): [string, string][] {
    return [...this.answers].flatMap(([name, values]) =>
      isPersonal(name, personal) ? [] : values.filter((value) => value !== '').map((value): [string, string] => [name, value]),
    );
  }

  /**
   * What is sent: the page as it stands, and after it what pages that were filled in before know of and this one does not carry, as a form that is
   * resumed on its first page. Server and page may both carry an answer: it is sent once.
   */
  body(page: URLSearchParams, onPage: Iterable<string>): URLSearchParams {
    const here = new Set([...onPage, ...page.keys()]);
    const body = new URLSearchParams(page);
    for (const [name, values] of this.answers) {
      if (!here.has(name)) for (const value of values) if (value !== '') body.append(name, value);
    }
    return body;
  }
}
