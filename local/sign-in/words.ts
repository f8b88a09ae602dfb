import type { Role } from '../../shared/api/routes.ts';
import type { Language } from '../../shared/domain/language.ts';

interface Words {
  readonly title: string;
  readonly mark: string;
  readonly question: string;
  readonly agents: string;
  readonly roles: string;
  readonly role: Readonly<Record<Role, string>>;
  readonly other: string;
  readonly refusedTitle: string;
  readonly refused: string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    title: 'Local sign-in',
    mark: 'Local sign-in – no password, only on this machine',
    question: 'Who do you want to be?',
    agents: 'People of your configuration',
    roles: 'Anybody with a role',
    role: { agent: 'works cases', manager: 'works cases, sees figures and what is in quarantine', admin: 'may do everything' },
    other: '中文',
    refusedTitle: 'This is not how one signs in',
    refused: 'Expected the desk or the dashboard to lead here. What is wrong:',
  },
  'zh-Hans': {
    title: '本机登录',
    mark: '本机登录——无需密码，仅限这台电脑',
    question: '您想以谁的身份登录？',
    agents: '配置中的人员',
    roles: '按角色登录',
    role: { agent: '处理个案', manager: '处理个案，查看统计数据和隔离区', admin: '拥有全部权限' },
    other: 'English',
    refusedTitle: '无法这样登录',
    refused: '请从工作台或看板进入登录页。问题在于：',
  },
};
