/**
 * In each language, common words that open a sentence far more often than they go on after an abbreviation. They tell
 * languages apart, too.
 */
const OPENERS = {
  en: `a after all also although an and another any are as at be because before both but by despite did do does during each even for
    from had has have he her here his how however i if in instead is it its last many meanwhile more most my neither no nobody nor
    not now of on once one only or other others our over she since so some still such that the their then there these they this
    those though three through thus to today tomorrow two under until was we were what when where which while who why will with
    would yesterday yet you your`,
  de: `aber alle allerdings als also am an andere anders auch auf aus außerdem bei beide beim bereits bis bisher da dabei dadurch dafür
    dagegen daher damals damit danach dann daran darauf darin darüber darum das dass davon dazu dem den denn dennoch der deren
    des deshalb dessen die dies diese dieser dieses doch dort durch ein eine einem einen einer eines einige er erst es etwa
    für ganz gegen heute hier hinter ich ihr ihre im in indem insgesamt ist ja jede jeder jedoch jetzt kein keine man manche mehr
    mein mit nach nachdem neben nein nicht noch nun nur ob obwohl oder ohne schließlich schon sein seine seit seitdem sie sind so
    sobald sogar solche sondern später spätestens statt trotz über um und unser unter viele vom von vor während wann war
    waren warum was weder weil weitere welche wenn wer wie wieder wir wird wo wurde wurden zu zudem zuerst zum zur zwar zwei zwischen`,
  fr: `à ainsi alors après au aucun aujourd aussi autre aux avant avec beaucoup c car ce cela celle celui cependant ces cet cette
    chaque comme d dans de deux depuis des donc du elle elles en encore enfin ensuite est et il ils j je l la le les leur leurs
    lors lorsque mais malgré même n nous on or ou où par parce parmi pendant peu plus plusieurs pour pourquoi puis qu quand que
    quel quelle quelques qui sa sans selon ses si soit son sont sous sur tandis toujours tous tout toute toutes trois un une vers voici
    voilà vous y`,
  es: `a además ahora al algunas algunos ante antes aquel aquella así aún aunque ayer cada como con cuando cuatro cómo de del desde
    después donde dos durante e el ella ellas ellos en entonces era es esa ese eso esta estas este esto estos fue había hace hasta hay
    hoy la las le les lo los luego mañana más me mi mientras muchas muchos muy nadie ni ningún no nos nosotros nuestra nuestro
    o otra otras otro otros para pero por porque pues qué que quién quien se según ser si sin sobre solo son su sus también
    tampoco tan todas todos tras tres tú un una unas unos usted ustedes y ya yo`,
  it: `a ad al alcuni alla allora altri anche ancora appena bisogna che chi ci ciò come con così cosa cui da dal dalla del della
    delle di dopo dove due durante e è ecco ed era essa essi fino fra gli ha hanno i il in infatti infine intanto invece io la le lei
    lo loro lui ma mentre mi molti molto né nel nella nelle nessuno no noi non nonostante oggi ogni ora per perché però più poi
    presso prima qualche quando quasi quella quelle quelli quello questa queste questi questo qui quindi se secondo sempre senza si
    sono sotto sul sulla suo tra tre tutti tutto un una uno vi`,
  pt: `a além ao aos agora ainda algumas alguns antes ao aos após aquela aquele aqui as assim até cada com como contudo da das de
    depois desde do dois dos durante e é ela elas ele eles em enquanto então entre era essa esse esta estas este estes eu foi há hoje
    isso isto já lá logo mais mas mesmo minha muitas muitos na não nas nem ninguém no nos nós o onde os ou outra outro para pela
    pelo pois por porém porque quando quase que quem se segundo sem sempre seu sobre sua também tão todas todos três tudo um uma
    você vocês`,
  nl: `aan al alle alleen als andere bij daar daarna daarom dan dat de deze die dit door drie dus echter een elke en er
    gisteren had heeft hebben heel het hier hij hoe hun ik in is ja je kan maar meer men met morgen na naar nadat nee niemand niet
    nog nu of om omdat onder ondanks ons onze ook op over sinds sommige te tegen terwijl toch toen tot tussen twee u uit van
    vandaag vanaf veel verder volgens voor waar waarom want was wat we welke wie wij wordt worden ze zelfs zij zijn zo zoals zonder`,
  el: `αλλά αν αυτά αυτή αυτό αυτός αυτοί για δεν εγώ εδώ είναι εκεί ένα ένας επίσης η ήταν θα και κάθε κατά με μετά μια μία να ο
    οι όμως όταν ότι πού πριν πώς σε στα στη στην στις στο στον στους τα την της τι τις το τον του τους τώρα των ως`,
  ru: `а без более бы был была были было в вам вас во вот все всё вы где да даже для до его ее её если есть еще ещё за здесь и из или
    им их к как когда кто ли между меня мне много может мы на над не нет ни но о об один однако он она они оно от перед по под
    позже после потом почему поэтому при про с сегодня со также так там тогда только три тут ты у уже хотя чем через
    что чтобы эта эти это этот я`,
};

/** By its code in ISO 639-1. */
export type Language = keyof typeof OPENERS;

const openers = Object.entries(OPENERS).map(([language, list]) => [language as Language, new Set(list.split(/\s+/))] as const);
const openersOf = new Map(openers);

/** Whether a word opens a sentence far more often than it goes on after an abbreviation, capital letters aside. */
export function isOpener(word: string, language: Language): boolean {
  return openersOf.get(language)?.has(word.toLowerCase()) ?? false;
}

/** So many UTF-16 units of a text tell its language. */
const TELLING = 5000;

/** The language that most of a text's common words are of; English where it has none. */
export function languageOf(text: string): Language {
  const words =
    text
      .slice(0, TELLING)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const counts = openers.map(([language, list]) => ({ language, count: words.filter((word) => list.has(word)).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).language;
}
