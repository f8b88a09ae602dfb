import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignRuns } from '../../../shared/adapters/dynamo/campaign-runs.ts';
import { invitationOutcomes, invitationRegister } from '../../../shared/adapters/dynamo/invitation-register.ts';
import { invitationDesk } from '../../../shared/adapters/dynamo/invitation-store.ts';
import { invitationMail } from '../../../shared/domain/campaign/invitation-mails.ts';
import { sent } from '../../../shared/domain/campaign/progress.ts';
import { anInvitation, aSurvey } from '../../domain/campaign/a-campaign.ts';
import { type DynamoForTests, startDynamo } from '../../engine.ts';
import { stubbed } from '../../sdk-stub.ts';

const NOW = '2026-11-24T02:00:00.000Z';
const LATER = '2026-11-25T02:00:00.000Z';
const draft = { satisfaction: ['2'], comment: ['It came late.'] };

let dynamo: DynamoForTests;
beforeAll(async () => {
  dynamo = await startDynamo();
});
afterAll(() => dynamo.stop());

const stores = () => ({
  register: invitationRegister(dynamo.client, dynamo.registerTable),
  desk: invitationDesk(dynamo.client, dynamo.registerTable),
  outcomes: invitationOutcomes(dynamo.client, dynamo.registerTable),
  runs: campaignRuns(dynamo.client, dynamo.registerTable),
});
const id = (letter: string) => letter.repeat(26);
const recorded = async (letter: string) => {
  const invitation = anInvitation({ id: id(letter), customerKey: `customer-${letter}` });
  expect(await stores().register.record({ invitation })).toBe('recorded');
  return invitation;
};

describe('invitations in the register (R10)', () => {
  it('are written once, whatever is brought again', async () => {
    const invitation = await recorded('b');
    expect(await stores().register.record({ invitation: { ...invitation, state: 'withheld', reason: 'open-case' } })).toBe('known');
    expect(await stores().desk.invitation(invitation.id)).toEqual(invitation);
  });

  it('keep what was filled in, and are answered under one number at a time', async () => {
    const { desk } = stores();
    const seen = await recorded('c');
    const begun = await desk.keepDraft(seen, draft, NOW);
    expect(begun).toMatchObject({ state: 'begun', begunAt: NOW, draft, answers: 0, version: 2 });
    expect(await desk.keepDraft(seen, draft, NOW)).toBe('changed-meanwhile');
    if (begun === 'changed-meanwhile') throw new Error('it was just written');
    const both = await Promise.all([desk.answer(begun, draft, LATER), desk.answer(begun, { satisfaction: ['1'] }, LATER)]);
    expect(both.filter((one) => one === 'changed-meanwhile')).toHaveLength(1);
    const [answered] = both.filter((one) => one !== 'changed-meanwhile');
    expect(answered).toMatchObject({ state: 'answered', answeredAt: LATER, answers: 1 });
    if (answered === undefined) throw new Error('one of them was written');
    const corrected = await desk.answer(answered, { satisfaction: ['4'] }, '2026-11-26T02:00:00.000Z');
    expect(corrected).toMatchObject({ state: 'answered', answeredAt: LATER, answers: 2, draft: { satisfaction: ['4'] } });
    expect(await desk.invitation(seen.id)).toEqual(corrected);
  });

  it('are listed by what became of them', async () => {
    const { outcomes, runs } = stores();
    const seen = await recorded('d');
    expect(await outcomes.keepOutcome(sent(seen, 0, NOW), seen, invitationMail(seen.id, 1, LATER))).toBe(true);
    expect(await outcomes.keepOutcome(sent(seen, 0, NOW), seen)).toBe(false);
    const [only] = (await runs.invitations('autumn', 'sent', { limit: 10 })).items;
    expect(only).toMatchObject({ id: seen.id, state: 'sent', sentAt: NOW });
    expect((await runs.invitations('autumn', 'not-reached', { limit: 10 })).items).toEqual([]);
  });

  it('are settled also where the next reminder was planned before', async () => {
    const { outcomes } = stores();
    const seen = await recorded('e');
    const next = sent(seen, 0, NOW);
    await outcomes.keepOutcome(next, seen, invitationMail(seen.id, 1, LATER));
    expect(await outcomes.keepOutcome(sent(next, 1, LATER), next, invitationMail(seen.id, 1, LATER))).toBe(true);
  });

  it('lose no reminder where somebody else held the invitation at that very moment (P41)', async () => {
    const seen = await recorded('f');
    const plan = invitationMail(seen.id, 1, LATER);
    const calls: unknown[] = [];
    const client = DynamoDBDocumentClient.from(
      new DynamoDBClient({
        ...stubbed((_, input) => {
          calls.push(input);
          if (calls.length > 1) return {};
          const reasons = [{ Code: 'TransactionConflict' }, { Code: 'None' }];
          return { errorCode: 'TransactionCanceledException', CancellationReasons: reasons };
        }),
      }),
    );
    const { keepOutcome } = invitationOutcomes(client, 'register');
    expect(await keepOutcome(sent(seen, 0, NOW), seen, plan)).toBe(false);
    expect(calls).toHaveLength(1);
    expect(await keepOutcome(sent(seen, 0, NOW), seen, plan)).toBe(true);
    expect(JSON.stringify(calls.at(-1))).toContain(plan.id);
  });
});

describe('the survey of a campaign (R10)', () => {
  it('is kept as it was asked; other questions under the same version are refused', async () => {
    const { runs, desk } = stores();
    const survey = aSurvey();
    expect([await runs.keepSurvey(survey), await runs.keepSurvey(aSurvey())]).toEqual(['kept', 'kept']);
    expect(await runs.keepSurvey(aSurvey({ title: { en: 'Other', 'zh-Hans': '其他' } }))).toBe('differs');
    expect(await runs.keepSurvey(aSurvey({ version: 2, title: { en: 'Other', 'zh-Hans': '其他' } }))).toBe('kept');
    expect(await desk.survey('service', 1)).toEqual(survey);
    expect(await desk.survey('service', 3)).toBeUndefined();
  });
});
