import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Language } from '../../../shared/domain/language.ts';
import { say } from '../common-words.ts';
import { chooseLanguage, currentLanguage } from '../language.ts';
import { signOut } from '../session.ts';
import { Notices } from './notices.tsx';

interface ShellProps {
  readonly page: 'desk' | 'dashboard';
  /** A further place, named in `navigation`, is shown, and not the page itself. */
  readonly isElsewhere?: boolean;
  readonly title: string;
  readonly brand: string;
  readonly who: { readonly name: string; readonly role: 'agent' | 'manager' | 'admin' };
  /** Further places of this page. */
  readonly navigation?: ComponentChildren;
  readonly children: ComponentChildren;
}

const OTHER: Readonly<Record<Language, Language>> = { en: 'zh-Hans', 'zh-Hans': 'en' };

/** The frame of all pages for staff. */
export function Shell({ page, title, brand, who, navigation, children, isElsewhere = false }: ShellProps) {
  const language = currentLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${title} – ${brand}`;
  }, [language, title, brand]);
  return (
    <>
      <a class="skip" href="#main">
        {say('skip')}
      </a>
      <header class="bar">
        <span class="brand">{brand}</span>
        <nav aria-label="Amends">
          <a href="/desk/" aria-current={page === 'desk' && !isElsewhere ? 'page' : undefined}>
            {say('desk')}
          </a>
          {who.role !== 'agent' && (
            <a href="/dashboard/" aria-current={page === 'dashboard' ? 'page' : undefined}>
              {say('dashboard')}
            </a>
          )}
          {navigation}
        </nav>
        <div class="self">
          <span class="who">{say('signedInAs', who)}</span>
          <button type="button" class="plain" lang={OTHER[language]} onClick={() => chooseLanguage(OTHER[language])}>
            {say('otherLanguage')}
          </button>
          <button type="button" class="plain" onClick={() => void signOut()}>
            {say('signOut')}
          </button>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <Notices />
    </>
  );
}
