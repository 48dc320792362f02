/**
 * The most frequent words of each language: articles, pronouns, prepositions, forms of "be" and "have". Words of
 * several languages stand with each of them. Latin script, lower case, accents kept.
 */
export const FREQUENT_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in is that it for was on are with as be at this have from or by not but what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than been its who now people my made over did down only way find use may long very after our just where most know get through back much before also must well even here because any same tell does set three want such us you i he they me any please thanks regards',
  fr: 'le la les de des du un une et à au aux en est que qui dans pour pas ne ce cette ces il elle on nous vous je ils sur avec par plus se sa son ses mais ou où comme si sont été être avoir ont fait faire tout tous bien aussi leur leurs même sans votre vos notre nos mon ma mes très peut entre après avant dont cela ça était avait quand encore merci bonjour cordialement moi toi lui y donc car deux ai avez avons sous depuis lors ainsi',
  de: 'der die das und ist in den von zu mit sich des auf für nicht ein eine einen einem einer dem als auch es an werden aus er hat dass sie nach wird bei noch wie über so zum haben nur oder aber vor zur bis mehr durch man sein wurde sei war ich wir ihr ihre sind kann können uns mir mich wenn was dann schon doch diese dieser dieses kein keine sehr hier unter gegen vom im am um immer alle wieder bitte danke grüße',
  es: 'de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro otras otra él tanto esa estos mucho nada muchos cual poco ella estar estas algo nosotros mi usted son es fue ha está gracias hola',
  it: 'di e il la che in un a per è una sono non si da del con le i ha dei della nel lo al come più anche ma alla gli se su questo dalla delle io ci ho o questa tutto era mi suo sua loro hanno essere stato molto quando fatto così ai nella dal degli delle alle sul perché prima solo dopo noi lei lui cosa quello senza ancora due tra fra ne cui può grazie cordiali saluti ciao',
  pt: 'de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas me esse eles estão você tinha foram essa num nem suas meu às minha têm numa pelos elas havia seja qual será nós são obrigado',
  nl: 'de het een van en in is dat op te zijn met voor niet die aan er om ook als dan maar bij door ik ze je hij we naar nog uit wordt over heeft werd tot kan dit worden meer was deze of geen al zo wat wel moet zou hun haar onze ons u uw mijn hebben kunnen veel tegen onder na waar wie toch alleen jaar goed daar hier zal zich dus graag groeten',
  pl: 'i w na z do nie się że jest to o jak po za od co dla ale czy przez oraz tak tym był być już tego jego ich które który która jako go ma przy są jej by tylko może pan mnie mi ja jeszcze też ze tej został było bardzo gdy nas lub między pod przed tę sobie tu więc kiedy gdzie będzie dzień dziękuję',
  cs: 'a v se na je že o s z do to i ve pro jako za by byl který jsou od po jeho ale tak si co však která být jen jak jsem při které také již až nebo má podle u k aby ještě není může bylo byla byly tento tato více než pouze když před mezi ne děkuji dobrý',
  sk: 'a v sa na je že o s z do to i vo pre ako za by bol ktorý sú od po jeho ale tak si čo však ktorá byť len keď som pri ktoré aj už až alebo má podľa u k aby ešte nie môže bolo bola boli tento táto viac než iba pred medzi ďakujem dobrý',
  ro: 'și în de la a pe cu că nu o este din un să care pentru mai se sunt ca au sau prin al dar după fi am fost ce ale lui cum dacă tot fără această acest lor când foarte până noi eu către între doar ei ea el îi le ne vă toate numai mulțumesc',
  hu: 'a az és hogy nem is egy ez van meg csak de már volt el mint ha még azt vagy kell lehet minden ezt után szerint úgy ki mert nagyon pedig fel mi én itt ami akkor amely lesz több előtt nincs majd között által köszönöm',
  sv: 'och i att det som en på är av för med den till inte ett om har de jag var så från men kan han vi sig vid eller ut när du över under skulle här nu bara där efter också sin hade alla vad mycket mot någon detta denna från tack hälsningar',
  da: 'og i at det er en til af på som for med den de ikke der har et jeg han var om fra vi så men kan blev sig eller også vil efter hun ud ved skal nu over mod når hvor hvad denne dette meget været havde alle ingen noget hilsen tak',
  no: 'og i det er på en til av som for med at den de ikke har et jeg han var om fra vi så men kan seg eller også vil etter hun ut ved skal nå over mot når hvor hva denne dette mye vært hadde alle ingen noe hilsen takk ble bare',
  fi: 'ja on ei että se oli hän mutta ovat kun myös en joka niin kuin jos sen ole mukaan tai vain jo sitä sekä olisi ollut tämä minä nyt kanssa siitä voi koska olen vielä mitä kaikki ne sitten hyvin jotka tämän me te kiitos',
  tr: 've bir bu da de için ile çok daha olarak gibi ne kadar sonra var o olan en ben ama değil mi her şey ya ki ise yok olduğu diye bana iyi bunu sen içinde göre oldu tüm biz hiç veya şu teşekkürler sayın',
  ca: 'de la i el que a en un per és les els del amb no una al se com més va seva ha o són aquest aquesta però també dels ser seu ja fins molt tot quan hi ho li on entre sobre des sense està han pels pel',
  hr: 'i u je na se da su za od koji s što kao o ne to a će bi iz ili ali sam samo do koja koje bio je li po prema može nakon više bila sve nije te kako pri svoje tako jer još već ako hvala',
  ru: 'и в не на я что он с как это по но они из у к за от так же для вы мы его то все она был бы если уже или ни быть о есть нет когда только ещё еще при чтобы меня мне до вот было ее её их также были этого году может после который которые очень где без под можно спасибо добрый',
  uk: 'і в не на що з як це та до у за він від про для але й то вони ми ви його або її був було є по так який які також яка бути при цього через вже їх щоб якщо коли все після ще ж може між дуже дякую добрий',
  be: 'і ў не на што з як гэта да у за ён ад пра для але яны мы вы яго або яе быў было ёсць па так які якія таксама пры гэтага праз ужо іх каб калі усё пасля яшчэ можа паміж',
  bg: 'и на да в се за от не е че с по са си като това към или но до при ще той беше което който която след ми те може го има само ги какво още бе един една много вече както няма така защо когато преди между благодаря',
  sr: 'и у је на се да су за од који с што као о не то а ће би из или али сам само до која које био по према може после више била све није те како при своје тако јер још већ ако хвала',
};

/** Scripts that one language is nearly alone in, or whose languages are not told apart here. */
export const SCRIPTS: readonly (readonly [language: string, script: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['zh', /\p{Script=Han}/u],
  ['el', /\p{Script=Greek}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['fa', /[پچژگ]/u],
  ['ar', /\p{Script=Arabic}/u],
  ['hy', /\p{Script=Armenian}/u],
  ['ka', /\p{Script=Georgian}/u],
  ['hi', /\p{Script=Devanagari}/u],
  ['th', /\p{Script=Thai}/u],
];
