import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '../../local/cloud.ts';
import { desk } from '../../local/demo/register-view.ts';
import { CaseDetails } from '../../shared/api/case-schemas.ts';
import { startCloud } from '../flows/cloud.ts';
import { openBrowser } from './browser.ts';
import { openCase, openPage, signIn, tabTo, type Watched } from './desk-fixtures/people.ts';

let cloud: LocalCloud;
let browser: Browser;
const opened: Watched[] = [];

beforeAll(async () => {
  [cloud, browser] = await Promise.all([startCloud(), openBrowser()]);
});
afterEach(async () => {
  const faults = opened.flatMap((one) => one.faults);
  await Promise.all(opened.splice(0).map(({ page }) => page.context().close()));
  expect(faults).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await cloud.stop();
});

async function at(account: string, path?: string): Promise<Page> {
  const watched = await openPage(browser);
  opened.push(watched);
  await signIn(watched.page, cloud.url, account, path);
  return watched.page;
}
const atCase = async (account: string, number: string) => {
  const page = await at(account, `/desk/cases/${number}`);
  await page.waitForSelector('.case-head');
  return page;
};
const detailsOf = async (number: string) => (await desk(cloud, 'manager')).get(`/api/cases/${number}`, CaseDetails);
const typesOf = async (number: string) => (await detailsOf(number)).history.map(({ type }) => type);
const give = (page: Page) => page.click('form.command button.main');
const sent = async (page: Page) => {
  await page.click('.outbox button.plain');
  await page.waitForSelector('.outbox', { state: 'hidden' });
};

it('a whole case goes by the keyboard alone, from the inbox to the solution (WCAG 2.1.1)', async () => {
  const number = await openCase(cloud, 'The parcel came two weeks late and nobody answered my calls.');
  const page = await at('agent:lin');
  await page.waitForSelector('.row');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.case-head');
  expect(page.url()).toContain(number);
  await tabTo(page, '.commands button.main');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.state:text("taken up")');
  await tabTo(page, '.commands button');
  await page.keyboard.press('r');
  await page.waitForSelector('#field-text:focus');
  await page.keyboard.type('Dear Ada, we looked for it. /');
  await page.waitForSelector('#replies [aria-selected="true"]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const words = await page.inputValue('#field-text');
  expect(words.startsWith('Dear Ada, we looked for it. ')).toBe(true);
  expect(words.length).toBeGreaterThan(60);
  await tabTo(page, 'form.command button.main');
  await page.keyboard.press('Enter');
  await tabTo(page, '.outbox button.plain');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.timeline li:has-text("looked for it")');
  await page.keyboard.press('s');
  await page.waitForSelector('#field-resolution:focus');
  await page.keyboard.type('A new parcel is with you since this morning.');
  await page.keyboard.press('Tab');
  await tabTo(page, 'form.command button.main');
  await page.keyboard.press('Enter');
  await tabTo(page, '.outbox button.plain');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.state:text("remedied")');
  expect(await typesOf(number)).toEqual(expect.arrayContaining(['CaseAcknowledged', 'CustomerAnswered', 'CaseSolved']));
});

describe('two agents on one case', () => {
  it('whoever comes second reads what the other did, keeps what they typed, and goes on from there', async () => {
    const number = await openCase(cloud, 'My order was wrong and the staff were rude to me.');
    const [lin, morgan] = await Promise.all([atCase('agent:lin', number), atCase('agent:morgan', number)]);
    await morgan.keyboard.press('n');
    await morgan.fill('#field-text', 'Called the shop: they remember it.');
    await lin.keyboard.press('n');
    await lin.fill('#field-text', 'The customer is a friend of the house.');
    await give(lin);
    await lin.waitForSelector('.timeline li.note');
    await give(morgan);
    await morgan.waitForSelector('.collision');
    expect(await morgan.textContent('.collision')).toContain('The customer is a friend of the house.');
    expect(await morgan.textContent('.collision')).toContain('Lin Yue');
    expect(await morgan.inputValue('#field-text')).toBe('Called the shop: they remember it.');
    expect((await typesOf(number)).filter((type) => type === 'NoteAdded')).toHaveLength(1);
    // Nothing typed is lost by a reload, nor by another language.
    await morgan.reload();
    await morgan.waitForSelector('.collision');
    await morgan.click('.self button[lang="zh-Hans"]');
    await morgan.waitForSelector('.collision:has-text("在此期间")');
    expect(await morgan.inputValue('#field-text')).toBe('Called the shop: they remember it.');
    await morgan.click('.collision button.main');
    await morgan.waitForSelector('.timeline li.note:has-text("Called the shop")');
    expect((await typesOf(number)).filter((type) => type === 'NoteAdded')).toHaveLength(2);
  });

  it('an amount above the limit goes up, and somebody of more authority approves it from the case (R5)', async () => {
    const number = await openCase(cloud, 'The product broke on the first day, I want a refund.');
    const lin = await atCase('agent:lin', number);
    await lin.keyboard.press('d');
    await lin.selectOption('#field-verdict', 'founded');
    for (const name of ['department', 'cause', 'dispute', 'responsibility']) await lin.selectOption(`#field-${name}`, { index: 1 });
    await lin.fill('#field-explanation', 'You are right: it should not have broken.');
    await give(lin);
    await sent(lin);
    await lin.waitForSelector('.state:text("decided")');
    await lin.keyboard.press('o');
    await lin.selectOption('#field-remedy', 'refund');
    await lin.fill('#field-money', '99');
    expect(await lin.textContent('.need[role="status"]')).toContain('within your limit');
    await lin.fill('#field-money', '500');
    expect(await lin.textContent('.need[role="status"]')).toContain('needs approval');
    await give(lin);
    await sent(lin);
    await lin.waitForSelector('.hint:has-text("waits for approval")');
    const chen = await atCase('agent:chen', number);
    await chen.click('.commands button.main:text("Approve")');
    await give(chen);
    await sent(chen);
    await chen.waitForSelector('.state:text("remedy offered")');
    const { case: value } = await detailsOf(number);
    expect(value.offers).toMatchObject([{ state: 'offered', money: { amount: 50_000 }, approvedBy: 'agent:chen' }]);
  });
});

describe('what goes out to a customer', () => {
  it('can be taken back for ten seconds, with its words, and goes out once', async () => {
    const number = await openCase(cloud, 'The delivery was late again.');
    const page = await atCase('agent:lin', number);
    await page.keyboard.press('r');
    await page.fill('#field-text', 'A word too soon.');
    await give(page);
    await page.click('.outbox button:text("Undo")');
    expect(await page.inputValue('#field-text')).toBe('A word too soon.');
    expect(await typesOf(number)).not.toContain('CustomerAnswered');
    await page.fill('#field-text', 'The right word.');
    await give(page);
    await page.waitForSelector('.outbox li');
    // Whoever leaves within the ten seconds has it sent; coming back sends it again under the same key, and it is done once.
    await page.reload();
    await page.waitForSelector('.timeline li:has-text("The right word.")');
    await page.waitForSelector('.outbox', { state: 'hidden' });
    expect((await typesOf(number)).filter((type) => type === 'CustomerAnswered')).toHaveLength(1);
  });

  it('waits for the connection to come back (bad network)', async () => {
    const number = await openCase(cloud, 'Nobody called me back as promised.');
    const page = await atCase('agent:lin', number);
    await page.context().setOffline(true);
    await page.keyboard.press('r');
    await page.fill('#field-text', 'I will call you at ten.');
    await give(page);
    await page.click('.outbox button.plain');
    await page.waitForSelector('.outbox li:has-text("not out yet")');
    await page.context().setOffline(false);
    await page.waitForSelector('.timeline li:has-text("I will call you at ten.")');
    expect((await typesOf(number)).filter((type) => type === 'CustomerAnswered')).toHaveLength(1);
  });
});

it('several cases are handed over at once; what fails stays chosen and says why', async () => {
  const numbers = [await openCase(cloud, 'The shop was dirty and I waited an hour.'), await openCase(cloud, 'The app lost my order.')];
  const page = await at('agent:lin');
  for (const number of numbers) await page.check(`.row:has-text("${number}") input`);
  await page.selectOption('.bulk select', 'chen');
  await page.click('.bulk button.main');
  await page.waitForSelector('.bulk:has-text("2 of 2 handed over")');
  for (const number of numbers) expect((await detailsOf(number)).case.owner).toBe('chen');
  for (const number of numbers) await page.check(`.row:has-text("${number}") input`);
  await page.selectOption('.bulk select', 'chen');
  await page.click('.bulk button.main');
  await page.waitForSelector('.bulk:has-text("0 of 2 handed over, 2 not")');
  expect(await page.textContent('.bulk')).toContain('owns the case already');
  expect(await page.isChecked(`.row:has-text("${numbers[0]}") input`)).toBe(true);
});

it('a search finds the case by its number, the customer by their address, which stands in no address of a page (P33)', async () => {
  const number = await openCase(cloud, 'The invoice is wrong for the third time.', 'Grace Sample', 'grace.sample@example.com');
  const page = await at('agent:lin');
  await page.keyboard.press('/');
  await page.keyboard.type(number);
  await page.keyboard.press('Enter');
  await page.waitForSelector(`.case-head:has-text("${number}")`);
  await page.fill('#search', 'grace.sample@example.com');
  await page.press('#search', 'Enter');
  await page.waitForSelector('h1:has-text("Grace Sample")');
  expect(page.url()).not.toContain('example.com');
  await page.click(`.history a:has-text("${number}")`);
  await page.waitForSelector('.pinned');
  await page.click('.pinned a');
  await page.waitForSelector('#understood-title');
  await page.goBack();
  await page.waitForSelector(`.case-head:has-text("${number}")`);
});
