import { describe, expect, it } from 'vitest';
import { htmlToPlain } from '../../../shared/adapters/mime/html.ts';
import { replyText } from '../../../shared/domain/intake/mail/reply.ts';

const reply = (html: string) => replyText(htmlToPlain(html));

describe('htmlToPlain', () => {
  it('reads words, lines, lists and entities, and drops links, images, styles and scripts', () => {
    const html =
      '<html><head><title>t</title><style>p{}</style></head><body><p>Dear&nbsp;all,</p><p>see <a href="https://x.example.com">this</a> &amp; <b>that</b>' +
      '<br>now&#33;</p><ul><li>one<li>two</ul><img src="https://t.example.com/p.gif" alt="x"><script>alert(1)</script><!-- c --></body></html>';
    expect(reply(html)).toBe('Dear all,\n\nsee this & that\nnow!\n\n- one\n- two');
  });

  it.each([
    [
      'Gmail',
      '<div>Mine</div><div class="gmail_quote"><div class="gmail_attr">On Wed, 11 Nov 2026 at 9:30 Care &lt;<a>care@example.com</a>&gt; wrote:<br></div><blockquote class="gmail_quote">Theirs</blockquote></div>',
    ],
    ['Apple Mail', 'Mine<br><blockquote type="cite"><div>On 7 Nov 2026, at 10:15, Care wrote:</div><div>Theirs</div></blockquote>'],
    [
      'Outlook on the web',
      '<div>Mine</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Care<br></div><div>Theirs</div>',
    ],
    [
      'Outlook',
      '<p class="MsoNormal">Mine</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Care &lt;care@example.com&gt;<br><b>Sent:</b> 1 Nov<br><b>To:</b> me<br><b>Subject:</b> x</p></div><p>Theirs</p>',
    ],
    ['QQ Mail', '<div>Mine</div><includetail><div>Theirs</div></includetail>'],
    [
      'NetEase',
      '<div>Mine</div><p>在 2026-11-08 09:20:11，"Care" &lt;care@example.com&gt; 写道：</p><blockquote id="isReplyContent"><div>Theirs</div></blockquote>',
    ],
    ['Yahoo', '<div>Mine</div><div id="ydp1" class="yahoo_quoted"><div>On Monday, Care wrote:</div><div>Theirs</div></div>'],
    ['a signature', '<div>Mine</div><div class="gmail_signature"><div>Ruth</div></div>'],
    ["Foxmail's rule", '<div>Mine</div><div><hr id="FMSigSeperator"></div><div>Ruth</div>'],
  ])("leaves only this person's words: %s", (_, html) => {
    expect(reply(html)).toBe('Mine');
  });

  it('keeps answers between quotes', () => {
    const html = '<blockquote type="cite">When?</blockquote><div>Monday.</div><blockquote type="cite">Where?</blockquote><div>Leeds.</div>';
    expect(reply(html)).toBe('Monday.\n\nLeeds.');
  });

  it("keeps one's own words in a blockquote that only indents", () => {
    expect(reply('<blockquote style="margin-left:40px"><p>Mine</p></blockquote>')).toBe('Mine');
  });

  it('survives unclosed and overlapping tags', () => {
    expect(reply('<p>a<b>b</p><i>c</b>d<blockquote type=cite>q<pre>r</blockquote>e')).toContain('e');
    expect(reply('<head><p>lost?<body>found')).toBe('found');
  });

  it.each([
    '<div>',
    '<b>',
    '<blockquote type=cite>',
    '<table><tr><td>',
    '<td>x</td>',
    '<ul><li>',
    '<pre>',
    '<!--',
    '<',
    '&amp;',
    '&',
    '<x ',
    '<a b="',
    '</p>',
    '<br>',
    '\u00a0',
    '<includetail>',
  ])('1 MB of %s is read in one pass (P16)', (unit) => {
    const start = performance.now();
    htmlToPlain(unit.repeat(Math.ceil(1_000_000 / unit.length)));
    // A tree builder takes 9 to 28 s for some of these.
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
