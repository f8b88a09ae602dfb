/**
 * Code that CloudFront runs at its edges before a request goes on: cloudfront-js-2.0, not Node. The local cloud runs this very text out of the template.
 * Looked at: the path alone. What is asked for stays as it is in the address bar.
 */

/** A view within a page of ours has an address of its own and no file: `/desk/cases/2611-0001` is `/desk/index.html`. */
export const PAGE_OF_VIEW = `function handler(event) {
  var request = event.request;
  var page = /^\\/([a-z-]+)\\/[^.]*$/.exec(request.uri);
  if (page) request.uri = '/' + page[1] + '/index.html';
  return request;
}
`;

/** Pages whose address is typed by people, who leave the last slash out. */
const TYPED = ['/desk', '/dashboard'];

/** The API sees the host that the client asked for, and not its own, for links and signatures name it. Whatever a client put there is overwritten. */
export const HOST_OF_VIEWER = `function handler(event) {
  var request = event.request;
  if (${JSON.stringify(TYPED)}.includes(request.uri)) {
    return { statusCode: 308, statusDescription: 'Permanent Redirect', headers: { location: { value: request.uri + '/' } } };
  }
  request.headers['x-amends-host'] = { value: request.headers.host.value };
  return request;
}
`;
