/**
 * What shows the language of a text in Latin script: words that grammar needs in nearly every sentence, words that short comments consist of
 * ("fast delivery"), and spellings (a blank stands for the edge of a word). English words stand in `language.ts`.
 */
const LANGUAGES: readonly (readonly [language: string, spellings: RegExp, words: string])[] = [
  [
    'de',
    /ß|[äöü]|sch|ich|ch[lt]|ung |ungen |keit|heit |tz|ei|nd|[rt]e[nr] /g,
    'der die das und ist nicht ich sie wir ein eine einen einem einer mit auf für von vom zu zum zur dem den des im sich auch es war hat haben habe bin wurde nach bei aus wie wird sind noch nur aber sehr kein keine mir mich mein meine ihr ihre uns bitte danke leider immer wieder nie nichts über oder wenn als schon alles gut gute gerne vielen man hier schlecht schlechte schlechter schnell schnelle lieferung qualität preis freundlich empfehlen ware',
  ],
  [
    'fr',
    /[çèêàùœîûé]|eau|eux |euse|ment |tion |oi[rtsx]|ou[rs]|que|le | (?:l|d|s|j|n|c|m|qu)'/g,
    "le la les des du de et est une un pas pour dans je nous vous avec très mais sur que qui ne ce cette ces au aux mon ma mes par plus il elle on sont été être ai avons avez était jamais rien tout tous bien merci bonjour sans c'est j'ai n'est trop aucun aucune non bon bonne mauvais mauvaise rapide livraison qualité prix recommande produit",
  ],
  [
    'es',
    /[ñ¡¿]|ción|[áíóú]|ll|ue|ie|dad |mente |[ai]d[oa]s? |[oa]s /g,
    'el la los las una un que de del muy está para por pero más nos todo con no me se su lo es fue son ha he yo mi mis le les sin como también cuando porque nunca nada hay ser este esta estoy ya y en al buen buena bueno gracias muchas siempre desde mala malo bien nadie demasiado envío rápido calidad precio recomiendo producto servicio pésimo',
  ],
  [
    'pt',
    /[ãõ]|ção|ções|lh|nh|[áâêô]|[çéíóú]|dade |mente |[ai]d[oa]s? |ei |[oa]s |em /g,
    'o os a as um uma de não muito para com por que e do da dos no na nos nas em mais foi está são mas eu meu minha me se ao à ele ela já sem quando porque nunca nada tudo bem obrigado obrigada também isso esse esta você ser tem tenho bom boa é ninguém demais entrega rápida qualidade preço recomendo produto péssimo péssima ruim',
  ],
  [
    'it',
    /zion|gli|[cgs]ch|tt|zz|cc|[àèìòù]|ità |issim|[aei]re |[aiu]to | (?:l|d|c|un|dell|all|dall|nell|sull|quest)'/g,
    'il lo la gli le i un una che non di del della dei delle e per con sono è molto più ma mi ci si anche come ho ha abbiamo hanno questo questa nel nella al alla dal da in stato stata mai niente tutto grazie sempre senza quando perché essere io mio mia ottimo ottima bene nessuno troppo spedizione consegna veloce qualità prezzo consiglio prodotto pessimo pessima servizio',
  ],
  [
    'nl',
    /ij|oo|ee|aa|uu|sch|lijk|cht|tje |gen |oe|ui|en /g,
    'het een de niet van en dat voor zijn ik wij we maar met op te aan er ook nog bij naar heb heeft hebben was is wat dit deze mijn ons niets geen heel zeer goed goede veel meer nooit altijd weer worden werd door uit over als kan moet graag bedankt in om dan niemand jullie levering snel snelle kwaliteit prijs slecht slechte aanrader',
  ],
  [
    'pl',
    /[łąężśźćń]|sz|cz|rz|ów |dz|wie|ie |ch |sk|ci /g,
    'nie się na jest że to do jak za po ale był była było są mi mnie ja moje bardzo już tylko od co czy tak przez dla przy nigdy wszystko polecam jestem mam mają który która tego tym być nic dziękuję i z w o a u ze dobra dobry nikt dostawa szybka jakość cena kiepska słaba obsługa',
  ],
  [
    'tr',
    /[ığş]|[çöü]|l[ae]r |m[ae]k |[dt][ıiuü]m? |yor|[sz][ıi]n|[ae]k |iy/g,
    'bir ve bu çok değil için de da ne ama daha olarak gibi kadar en ben bana beni biz var yok her hiç sonra mi mı ile o şey iyi kötü teşekkürler teşekkür ederim tekrar asla olan oldu ettim bile hem son kargo hızlı kalite ürün fiyat berbat hizmet',
  ],
  [
    'sv',
    /å|[äö]|[äö]|ck|tion|ade |igt |[rn]na |ar[en]? |[ptk]a[rt] /g,
    'och att det är jag inte som på en ett med för av har den till vi var men om så från kan de mycket bra när nu min mitt mina oss ni er hade skulle aldrig alltid tack efter bara också blev fick ingen inget här mer leverans snabb snabbt kvalitet pris dålig dåligt rekommenderar',
  ],
  [
    'da',
    /å|[æø]|[æø]|hv|ede |hed |ning|erne |else|[aeiouyæøå][bdg]e[rtns]? |[ln]d |ej/g,
    'og at det er jeg ikke som på en et med for af har den til vi var men om så fra kan de meget godt god når nu min mit mine os i jer havde skulle aldrig altid tak efter kun også blev fik ingen intet hvad hvor være været denne dette mig dig noget nogen igen gerne tilbage levering hurtig kvalitet pris dårlig anbefale anbefales vare',
  ],
  [
    'no',
    /å|[æø]|[æø]|kj|hv|ei|øy|ning|else|[aeiouyæøå][ptk]e[rtn]? |(?:kk|tt|ll|nn|ss) /g,
    'og å at det er jeg ikke som på en et med for av har den til vi var men om så fra kan de veldig bra god når nå min mitt mine oss dere hadde skulle aldri alltid takk etter bare også ble fikk ingen hva hvor være vært denne dette meg deg noe noen igjen opp mer gjerne tilbake levering rask kvalitet pris dårlig anbefale anbefales vare feil',
  ],
  [
    'id',
    / (?:me[mn]|pe[mn]|ber|ter|di|ke)[a-z]{3}|nya |kan |an |tas |ng|uh /g,
    'yang dan tidak di ini itu saya dengan untuk dari ada sudah bisa kami kita anda akan pada juga karena tapi tetapi sangat sekali lebih saja sampai banget lagi belum tolong terima kasih oleh atau dalam ke bagus gak nggak ga mau sama harus seperti terlalu semua buat cepat harga barang pengiriman kualitas jelek pelayanan kecewa',
  ],
  [
    'ms',
    / (?:me[mn]|pe[mn]|ber|ter|di|ke)[a-z]{3}|nya |kan |an |[aeiou]ti |ng|uh /g,
    'yang dan tidak di ini itu saya dengan untuk dari ada sudah boleh kami kita anda akan pada juga kerana tapi tetapi sangat lebih sahaja tak lagi belum tolong terima kasih oleh atau dalam ke bagus telah awak nak mahu macam sebab dapat adalah tiada pun kena bila selepas semua terlalu teruk dah cepat harga barang penghantaran kualiti semula memang khidmat kecewa',
  ],
  // With its own letters it is known by them: this is for those who type without.
  [
    'vi',
    /uo[cin]|[ae]nh |ngh/g,
    'khong ko toi cua va co cho nay duoc giao hang rat nhieu mua minh qua lam den nguoi ban la nua sau gi thi se voi chat luong nhanh',
  ],
  [
    'fi',
    /ää|öö|yy|uu|ii|[äö]|kk|ll[ae]|ss[aä]|st[aä] |[aei]n |uo/g,
    'ja on ei en olen oli että se ole mutta kun niin myös tai kuin minä he hän me ovat olisi vain hyvä hyvin todella erittäin kiitos mitä joka nyt jo tämä ollut ihan toimitus nopea laatu hinta huono palvelu suosittelen suosittele tuote',
  ],
  [
    'hu',
    /[őű]|[áéíóöúü]|sz|gy|cs|[eo]k |b[ae]n |t[ae]m /g,
    'a az és nem hogy is egy volt de meg csak nagyon már van ez mert még vagy nincs soha minden köszönöm mint ha kell lett ami akkor nekem jó senki szállítás gyors minőség rossz ajánlom termék',
  ],
  [
    'ro',
    /[ășțţş]|[ășțţş]|[âî]|ul |ului |ea |ește|[aăe]m /g,
    'și nu de la în cu pe un o este sunt că care mai pentru din se am ai au fost foarte dar sau ce mi nici toate bine mulțumesc acest această când după fără a niciodată livrare rapidă calitate preț recomand produs slab',
  ],
  [
    'cs',
    /[ěřů]|[ěřů]|[čšžýáíé]|ov|ní |ho |ch /g,
    'a je na to se že v s z za do nebo ale jsem jsme byl byla bylo není si už jak jen po pro velmi při od který která tak mi děkuji nikdy všechno dobrý moc ke nikdo dodání rychlé rychlá kvalita cena doporučuji špatná zboží',
  ],
];

/** English spellings: they tell English words that no list holds from foreign ones. */
const ENGLISH_SPELLINGS = /th|wh|ght|sh|ck|ee|ea|ou|ing$|ly$|ness$|[^r]ed$|ble$|ful$|y$/;

/** Words of the languages above that English writes too, so that they do not show a text to be foreign. */
const ALSO_ENGLISH = new Set(
  'a am an as at bin dan dat den des die do em for he hat her i im in is jen it ha la le me men man mi no o of on or os par per plus so son to van var war was we also an all are more over pause pro sin ten tie tot us bra kun ode'.split(
    ' ',
  ),
);

/** A word that only one of the languages has says more than a word that several have, and that more than a spelling. Points. */
const OWN_WORD = 3;
const SHARED_WORD = 1.5;
const SPELLING = 1;
const ENGLISH_WORD = 2;

let languagesOf: Map<string, readonly string[]> | undefined;

function wordTable(): Map<string, readonly string[]> {
  if (languagesOf !== undefined) return languagesOf;
  const table = new Map<string, readonly string[]>();
  for (const [language, , words] of LANGUAGES) for (const word of words.split(' ')) table.set(word, [...(table.get(word) ?? []), language]);
  languagesOf = table;
  return table;
}

/** Does another language than English need this word, and English not write it? A single letter (u, w, s) may be anything. */
export const isForeignWord = (word: string): boolean => word.length > 1 && wordTable().has(word) && !ALSO_ENGLISH.has(word);

/** Points for English and for each language of the table. Words in lower case. */
export function weighLatin(words: readonly string[], isEnglish: (word: string) => boolean): Map<string, number> {
  const points = new Map<string, number>();
  const add = (language: string, more: number): void => {
    if (more > 0) points.set(language, (points.get(language) ?? 0) + more);
  };
  const table = wordTable();
  let unknown = ' ';
  for (const word of words) {
    const languages = table.get(word);
    for (const language of languages ?? []) add(language, languages?.length === 1 ? OWN_WORD : SHARED_WORD);
    if (isEnglish(word)) add('en', ENGLISH_WORD);
    else {
      if (languages === undefined && ENGLISH_SPELLINGS.test(word)) add('en', SPELLING);
      unknown += `${word.replace(/(\p{L})\1{2,}/gu, '$1')} `;
    }
  }
  for (const [language, spellings] of LANGUAGES) add(language, SPELLING * (unknown.match(spellings)?.length ?? 0));
  return points;
}
