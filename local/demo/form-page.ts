/** What the form page hides in itself: the submission id and the proof of when it was opened. A browser sends these back as they are. */
export async function hiddenFields(url: string, language: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/f/service?lang=${language}`);
  const page = await response.text();
  if (!response.ok) throw new Error(`GET /f/service: expected the form, came ${response.status}`);
  return Object.fromEntries(
    [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [name, value]),
  );
}
