import type { Language } from '../../shared/domain/language.ts';
import type { VERDICTS } from '../../shared/domain/recovery/case.ts';

/** What happened, as it is told to the customer. */
export interface HistoryWords {
  readonly takenUp: string;
  readonly handedOver: string;
  readonly answered: string;
  readonly toldStanding: string;
  readonly asked: string;
  readonly heard: string;
  readonly investigating: string;
  readonly investigationTeam: string;
  readonly found: string;
  readonly decided: Readonly<Record<(typeof VERDICTS)[number], string>>;
  readonly offered: (title: string) => string;
  readonly given: (title: string) => string;
  readonly accepted: string;
  readonly refused: string;
  readonly withdrawn: string;
  readonly solved: string;
  readonly promised: (what: string, by: string) => string;
  readonly kept: (what: string) => string;
  readonly moved: (what: string, to: string) => string;
  readonly broken: (what: string) => string;
  readonly followedUp: string;
  readonly saidSolved: string;
  readonly saidUnsolved: string;
  readonly reopened: string;
  readonly closed: string;
  readonly takenIn: string;
  readonly mailReturned: string;
  readonly mailAgain: string;
}

const en: HistoryWords = {
  takenUp: 'Taken up by a person',
  handedOver: 'Handed over to a colleague, who knows all you told us',
  answered: 'We answered you',
  toldStanding: 'We told you how it stands',
  asked: 'We asked you something',
  heard: 'You wrote to us',
  investigating: 'We began to look into it',
  investigationTeam: 'Our investigation team took it on',
  found: 'We have first findings',
  decided: {
    founded: 'We found that you are right',
    'partly-founded': 'We found that you are right in part',
    unfounded: 'We found no fault of ours, and told you why',
  },
  offered: (title) => `We offered you: ${title}`,
  given: (title) => `You get from us, unasked: ${title}`,
  accepted: 'You accepted our offer',
  refused: 'You refused our offer',
  withdrawn: 'We withdrew our offer',
  solved: 'Put right',
  promised: (what, by) => `We promised by ${by}: ${what}`,
  kept: (what) => `We kept our promise: ${what}`,
  moved: (what, to) => `We moved our promise to ${to}: ${what}`,
  broken: (what) => `We broke our promise: ${what}. We are sorry.`,
  followedUp: 'We asked you whether it is really solved',
  saidSolved: 'You told us that it is solved',
  saidUnsolved: 'You told us that it is not solved',
  reopened: 'Opened again',
  closed: 'Closed',
  takenIn: 'Joined with another case of yours on the same matter',
  mailReturned: 'Our mail to you came back',
  mailAgain: 'We write to you by mail again',
};

const zh: HistoryWords = {
  takenUp: '专人已接手',
  handedOver: '已转交同事处理，您说过的情况均已交接',
  answered: '已给您答复',
  toldStanding: '已向您告知进展',
  asked: '我们向您询问了情况',
  heard: '收到您的来信',
  investigating: '开始调查',
  investigationTeam: '已交由专项调查组调查',
  found: '已有初步调查结论',
  decided: {
    founded: '经核实，您反映的问题属实',
    'partly-founded': '经核实，您反映的问题部分属实',
    unfounded: '经核实，未发现我方存在问题，原因已向您说明',
  },
  offered: (title) => `我们提出方案：${title}`,
  given: (title) => `为表歉意，主动为您提供：${title}`,
  accepted: '您接受了方案',
  refused: '您未接受方案',
  withdrawn: '我们撤回了方案',
  solved: '已办妥',
  promised: (what, by) => `我们承诺在${by}之前：${what}`,
  kept: (what) => `承诺已兑现：${what}`,
  moved: (what, to) => `承诺改期至${to}：${what}`,
  broken: (what) => `承诺未兑现：${what}，我们深表歉意`,
  followedUp: '回访：我们询问您问题是否真正解决',
  saidSolved: '您告诉我们：已经解决',
  saidUnsolved: '您告诉我们：尚未解决',
  reopened: '重新受理',
  closed: '已结案',
  takenIn: '与您就同一件事的另一反馈合并处理',
  mailReturned: '发给您的邮件被退回',
  mailAgain: '恢复通过邮件与您联系',
};

export const HISTORY_WORDS: Readonly<Record<Language, HistoryWords>> = { en, 'zh-Hans': zh };
