import { type Html, html, when } from '../../shared/domain/html.ts';
import { HONEYPOT } from '../../shared/domain/intake/form.ts';
import type { Language } from '../../shared/domain/language.ts';

/** Longest addition, in characters. */
export const MAX_ADDED_LENGTH = 5000;

/** What makes one filling of the box one addition, however often it is sent. */
export interface AddBox {
  readonly submissionId: string;
  readonly startToken: string;
  /** What was typed before, where it could not be taken. */
  readonly typed?: string | undefined;
  readonly fault?: 'empty' | 'too-long' | 'not-sent' | undefined;
}

interface BoxWords {
  readonly title: string;
  readonly hint: (max: string) => string;
  readonly label: string;
  readonly send: string;
  readonly leaveEmpty: string;
  readonly added: string;
  readonly faults: Readonly<Record<NonNullable<AddBox['fault']>, (max: string) => string>>;
}

const WORDS: Readonly<Record<Language, BoxWords>> = {
  en: {
    title: 'Add something',
    hint: (max) =>
      `It goes to whoever sees to your case; you need not tell anything twice. Up to ${max} characters; please leave out card and identity numbers.`,
    label: 'Your words',
    send: 'Send',
    leaveEmpty: 'Please leave this empty',
    added: 'Thank you. We have it, and it is on its way to whoever sees to your case.',
    faults: {
      empty: () => 'Nothing has been sent yet: please write something.',
      'too-long': (max) => `Nothing has been sent yet: please shorten it to ${max} characters.`,
      'not-sent': () => 'That did not reach us. The fault is ours. What you wrote is still here: please wait a moment and send it again.',
    },
  },
  'zh-Hans': {
    title: '补充说明',
    hint: (max) => `内容会直接转给负责人，您不必重复说明。最多 ${max} 字；请不要填写银行卡号、身份证号等信息。`,
    label: '补充内容',
    send: '提交',
    leaveEmpty: '此处请留空',
    added: '谢谢您，我们已收到，正在转给负责人。',
    faults: {
      empty: () => '尚未提交：请填写内容。',
      'too-long': (max) => `尚未提交：请将内容缩减到 ${max} 字以内。`,
      'not-sent': () => '提交未成功，这是我们的问题。您填写的内容仍在，请稍候再次提交。',
    },
  },
};

const limit = (language: Language) => MAX_ADDED_LENGTH.toLocaleString(language === 'en' ? 'en' : 'zh-CN');

/** Works without script; what could not be taken is still in it. */
export function addBox({ submissionId, startToken, typed, fault }: AddBox, language: Language): Html {
  const words = WORDS[language];
  const described = fault === undefined ? 'add-hint' : 'add-error add-hint';
  return html`<form method="post" accept-charset="utf-8" class="add" id="add">
<h2><label for="add-text">${words.title}</label></h2>
<p class="hint" id="add-hint">${words.hint(limit(language))}</p>
${fault !== undefined && html`<p class="error" id="add-error" role="alert">${words.faults[fault](limit(language))}</p>`}
<input type="hidden" name="submissionId" value="${submissionId}"><input type="hidden" name="startToken" value="${startToken}"><input type="hidden" name="language" value="${language}">
<div class="away" aria-hidden="true"><label for="extra">${words.leaveEmpty}</label><input type="text" id="extra" name="${HONEYPOT}" value="" tabindex="-1" autocomplete="off"></div>
<textarea id="add-text" name="text" rows="5" maxlength="${MAX_ADDED_LENGTH}" required aria-describedby="${described}"${when(fault !== undefined, 'aria-invalid="true" autofocus')}>
${typed ?? ''}</textarea>
<button type="submit">${words.send}</button>
</form>`;
}

/** After it was taken. */
export const addedNotice = (language: Language): Html => html`<p class="notice" role="status">${WORDS[language].added}</p>`;
