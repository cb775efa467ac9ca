import type { Place } from './place.ts';

/** What stands on a page beside its text. */
export type Apart = 'menu' | 'notice' | 'advert' | 'related' | 'comments' | 'other';

/** What an element is for, as its name or its role says surely, or as the names that its page gives it let guess. */
export interface Guess {
  readonly kind: Apart;
  readonly sure: boolean;
}

type Attributes = Readonly<Record<string, string>>;

const TAGS: Readonly<Record<string, Apart>> = { nav: 'menu', dialog: 'notice', menuitem: 'menu' };
const ROLES: Readonly<Record<string, Apart>> = {
  navigation: 'menu',
  banner: 'menu',
  search: 'menu',
  contentinfo: 'other',
  complementary: 'other',
  dialog: 'notice',
  alertdialog: 'notice',
  alert: 'notice',
};

/** Around a text, and in it, where they may belong to it. */
const AROUND: Readonly<Record<string, Apart>> = { header: 'menu', footer: 'other', aside: 'other' };

/** Whether an element holds what stands beside a text. @param place where it opens */
export function apart(name: string, attributes: Attributes, { inText, kind: around }: Place): Guess | undefined {
  const names = namesOf(name, attributes);
  if (NOTE.test(names)) return undefined;
  const known = TAGS[name] ?? ROLES[attributes.role ?? ''] ?? (inText ? undefined : AROUND[name]);
  if (known) return { kind: hinted(names) ?? known, sure: true };
  if (!HINTED.has(name) && !name.includes('-')) return undefined;
  const kind = hinted(names) ?? (name === 'header' || around === 'quotation' ? undefined : AROUND[name]);
  return kind && { kind, sure: false };
}

/** Elements whose names are looked at: those in a line are too small, and cells and headings belong to what they are in. */
const HINTED = new Set('article aside center details div dl fieldset figure footer form header hgroup li ol p section table ul'.split(' '));

/** All names that a page gives to an element, in small letters, their words parted by what is no letter. A section's id is what its heading says. */
function namesOf(name: string, attributes: Attributes): string {
  const { class: classes = '', id = '', 'aria-label': label = '', 'data-testid': test = '', 'data-component': component = '' } = attributes;
  const own = name === 'section' || /(?:^|\s)section(?:\s|$)/.test(classes) ? '' : id;
  return `${name.includes('-') ? name : ''} ${classes} ${own} ${label} ${test} ${component}`
    .replace(/([a-z])(?=[A-Z])|_+/g, '$1-')
    .toLowerCase();
}

const words = (alternatives: string) => new RegExp(`(?<![a-z0-9])(?:${alternatives.replace(/\s+/g, '')})(?![a-z0-9])`);

/** What stands in a box, and belongs to the text. */
const NOTE = words('admonition(?:-?[a-z]+)?|callout|call-to-action|info-?notice|warning-?notice|note|footnotes?|infobox');

const HINTS: readonly (readonly [RegExp, Apart])[] = [
  [
    words(`comments?|commentlist|comment-(?:list|body|content|respond)|disqus|respond|replies|guestbook|livefyre|responses|
      kommentare?|commentaires?|comentarios?|commenti`),
    'comments',
  ],
  [
    words(`related(?:[a-z]*)|recirc[a-z]*|recommend(?:ed|ations?)|read-?(?:more|next|also)|more-?(?:from|on|stories|news|articles|posts|like)|
      most-?(?:read|popular|viewed|shared|commented)|popular-?(?:posts)?|trending|up-?next|you-?(?:may|might)|also-?like|inline-?teaser|teaser-?list|more-?info(?:s|rmation)?|
      latest-?(?:news|posts|stories)|(?:next|prev|previous)-?(?:article|post|story)|post-?navigation|portable-archive|live-?box|onward|
      verwandt[a-z]*|relacionad[oa]s|lire-aussi|a-lire|leer-mas`),
    'related',
  ],
  [
    words(`ads?|adverts?|advertisements?|advertising|advertorial|ad-?(?:slot|unit|container|wrapper|break|banner|hint|label)|adsbygoogle|adsense|dfp|mpu|
      sponsor|sponsored|promos?|promoted|promotion|outbrain|taboola|zergnet|affiliate|anzeige|werbung|publicidad|publicite|pub`),
    'advert',
  ],
  [
    words(`cookies?(?:-?[a-z]+)?|consent|gdpr|ccpa|onetrust(?:-?[a-z]+)?|didomi|usercentrics|sp-?(?:message|veil)|newsletters?|sign-?up|subscribe|
      subscriptions?(?:-widget)?|subscription-widget-wrap|mailing-?list|mailchimp|mc4wp|paywall|regwall|meter(?:ed|-wall)|donate|donations?|fundraising|
      sitenotice|ambox|pop-?up|modal|skip-?(?:link|to-?content)|announcement-?(?:bar)?|version-?banner|phase-?banner|app-?banner|abo|suscripcion|abonnement|user-notification`),
    'notice',
  ],
  [
    words(`nav|navigation|navbar|nav-?(?:links|menu|bar)|menu|sub-?menu|bread-?crumbs?|pagination|pager|paging|toc|table-?of-?contents|contents-?list|
      sitemap|catlinks|navbox|tags|tag-?(?:list|cloud|links)|(?:post|entry|article)-?(?:tags|categories|labels)|masthead|top-?bar|site-?header`),
    'menu',
  ],
  [
    words(`share|sharing|shares?-?(?:list|bar|buttons?|links?|tools?)|sharedaddy|social|socials|social-?(?:share|sharing|media|links|bar|icons|buttons)|
      addthis|addtoany|side-?bar|author-?(?:bio|box|info|card|profile|description)|about-?(?:the-)?author|(?:entry|post|article|page|site|doc)-?(?:meta|footer|foot)|
      footer|feedback|survey|ratings?|helpful|colophon|site-?info|print-?footer|rail|likes?|reactions?|edit-this-page|last-?(?:updated|modified)|reading-time|
      support-?(?:us|box|banner|message)|article-?support|hatnote|toolbar|tool-?box`),
    'other',
  ],
];
const WIDGET = /(?:^|\s)widget(?:[\s-]|$)/;

function hinted(names: string): Apart | undefined {
  return HINTS.find(([pattern]) => pattern.test(names))?.[1] ?? (WIDGET.test(names) ? 'other' : undefined);
}

/** Lines of a page's own that no names tell, each a whole line. */
const LABELS = new RegExp(
  `^(?:${[
    'advertisements?|sponsored|follow|reply|print|tweet|copy link|loading.{0,20}(?:…|\\.{3})|back to top|related(?: (?:stories|articles))?|read more',
    'share|share (?:this|on .{3,20})|\\d+ min(?:ute)?s? read\\b.{0,20}|\\d+ comments?|anzeige|werbung|mehr zum thema|lesen sie auch',
    'publicidad|más información|más noticias|lee también|te puede interesar|publicité|(?:à )?lire aussi|sur le même sujet|pubblicità',
  ].join('|')})$`,
  'i',
);

/** "Sign up to our newsletter …", "Let us know in the comments." */
const CALLS = [
  /^(?:get|sign up|subscribe|join|follow|support|thanks for reading|like what)\b.{0,200}\b(?:inbox|newsletter|for free|e-?mail updates|unsubscribe|subscribers?|free trial)\b/i,
  /\b(?:let us know|tell us|share your|have your say|join the)\b.{0,60}\b(?:comments?|below|discussion|conversation)\b/i,
  /^(?:reach|follow|contact) (?:the (?:reporter|author|writer)|.{3,40} on (?:x|twitter|facebook|instagram|mastodon|bluesky))\b/i,
  /\bin ihr(?:em|en)? (?:e-mail-)?postfach\b|\ben tu (?:correo|bandeja)\b|\bdans votre bo[iî]te\b|^recibe\b.{0,60}\b(?:bolet[ií]n|newsletter)/i,
  /^(?:abonnez-vous|inscrivez-vous|suscr[ií]bete|melden sie sich)\b.{0,100}\b(?:lettre|newsletter|bolet[ií]n|infolettre|an)\b/i,
];

/** What a line is that stands beside a text, by its words alone. */
export function apartByWords(line: string): Apart | undefined {
  if (line.length > 300) return undefined;
  if (LABELS.test(line)) return 'other';
  return CALLS.some((pattern) => pattern.test(line)) ? 'notice' : undefined;
}
