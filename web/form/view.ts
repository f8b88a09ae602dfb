/** How a form is shown: as a page of its own, in a frame of somebody else's page, or as what the widget puts into such a page. */
export type View = 'page' | 'frame' | 'widget';

/** The view that an address names; a page for everything else. */
export const viewOf = (named: string | undefined): View => (named === 'frame' || named === 'widget' ? named : 'page');
