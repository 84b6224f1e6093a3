import { foldText } from '../../src/leads/text.ts';

/** What a word of a command may mean: `change` what only a lead's card does; `polite` words carry no meaning. */
export type Concept =
  | 'new'
  | 'lead'
  | 'my'
  | 'open'
  | 'closed'
  | 'unassigned'
  | 'all'
  | 'week'
  | 'last'
  | 'find'
  | 'show'
  | 'qualify'
  | 'disqualify'
  | 'many'
  | 'assign'
  | 'change'
  | 'notify'
  | 'stop'
  | 'help'
  | 'about'
  | 'polite';

// The words people use, by language: en | de | fr | es | pt | ja. Phrases are commas apart.
const WORDS: Record<Concept, string> = {
  new: `new, create, add, make, register, enter | neu, neuer, neuen, neue, neues, erstelle, erstellen, anlegen, lege an, erfasse, erfassen | nouveau, nouvelle, nouveaux, creer, cree, ajouter, ajoute | nuevo, nueva, crear, crea, anadir, agregar | novo, nova, criar, cria, adicionar | 新しい, 新規, 新規の, 作成, 作成する, 作る, 追加, 登録`,
  lead: `lead, leads, prospect, prospects | kontaktanfrage | piste, pistes | cliente potencial, clientes potenciales | clientes potenciais | リード, 見込み客`,
  my: `my, mine | mein, meine, meinen, meiner | mes, mon, mien, miens | mi, mis, mios | meu, meus, minhas, minha | 私の, 自分の, 私, 自分`,
  open: `open, active, current | offen, offene, offenen, aktive | ouvert, ouverts, ouverte, ouvertes, en cours | abierto, abiertos, abierta, abiertas | aberto, abertos, em aberto | オープン, オープンな, 未処理の, 未処理`,
  closed: `closed | geschlossen, geschlossene, geschlossenen | ferme, fermes, clos, clotures | cerrado, cerrados | fechado, fechados | クローズ済み, クローズした, 終了した`,
  unassigned: `unassigned, unowned, nobodys, without owner | nicht zugewiesen, nicht zugewiesene, herrenlose | non attribues, non assignes | sin asignar, no asignados | nao atribuidos, sem dono | 未割り当て, 未割り当ての, 担当者なしの`,
  all: `all, every, everybodys, everyones, team, our | alle, aller, allen, unsere | tous, toutes, nos | todos, todas, nuestros | nossos | すべての, 全員の, 全ての`,
  week: `week | woche | semaine | semana | 今週の, 今週`,
  last: `last, previous | letzte, letzten, letzter, vorige | derniere, passee | pasada, ultima | passada | 先週の, 先週`,
  find: `find, search, look for, lookup, look up, seek, locate, who is, where is | suche, suchen, such, finde, finden | chercher, cherche, trouver, trouve, rechercher, recherche | buscar, busca, encontrar, encuentra | procurar, procura, encontra, pesquisar | 検索, 検索する, 検索して, 探す, 探して`,
  show: `show, list, display, open up, give me, get, view, see, let me see | zeige, zeig, gib mir, anzeigen, liste, auflisten | donne moi, montrer, montre, afficher, affiche, voir, lister | mostrar, muestra, muestrame, ver, listar, lista | mostra, mostre, exibir | 表示, 表示する, 見せて, 一覧`,
  qualify: `qualify, convert, promote | qualifizieren, qualifiziere, qualifizier | qualifier, qualifie | calificar, califica, cualificar | qualificar, qualifica | 見込みあり, 見込みありと評価, 評価, 評価する`,
  disqualify: `disqualify, unqualify, reject, dismiss, drop | disqualifizieren, disqualifiziere, ablehnen | disqualifier, disqualifie, rejeter | descalificar, descalifica, descartar | desqualificar, desqualifica | 見込みなし, 見込みなしと評価`,
  many: `bulk, mass, many, several, multiple, batch | mehrere, viele, stapel, massen | plusieurs, en masse, en lot, par lot | varios, muchos, en bloque, en lote, masivo | vários, muitos, em massa, em lote | 一括, まとめて, 複数`,
  assign: `assign, reassign, give, hand, hand over, transfer, pass | zuweisen, zuordnen, uebergeben, übergeben, übergib, weise zu, gib, gebe | attribuer, attribue, assigner, assigne, affecter, confier, confie, donner, donne | asignar, asigna, reasignar | atribuir, atribui, designar | 割り当て, 割り当てる, 担当にする`,
  change: `edit, update, modify, delete, remove, erase, reactivate, reopen, note to, note for, add note, add a note, add note to, add a note to, log call, log a call, add task, add a task | bearbeiten, bearbeite, ändern, ändere, löschen, lösche, reaktivieren, reaktiviere, notiz zu, notiz für, notiere | modifier, modifie, supprimer, supprime, réactiver, réactive, rouvrir, ajouter une note, ajoute une note, note pour | editar, edita, modificar, eliminar, elimina, borrar, reactivar, reactiva, reabrir, añadir una nota, agregar una nota, nota para | excluir, apagar, remover, reativar, reativa, adicionar nota, adicionar uma nota | 編集, 編集する, 変更, 変更する, 削除, 削除する, 再開, 再開する, メモ, メモ を 追加`,
  notify: `notify, notifying, notification, notifications, subscribe, alert, alerts, tell us | benachrichtige, benachrichtigen, benachrichtigung, benachrichtigungen, abonnieren | notifier, notifie, notification, avertir | notificar, notifica, avisar, avisa, notificaciones | avisar, notificacoes | 通知, 通知する`,
  stop: `stop, no more, dont, do not, quit, end, mute | nicht mehr, keine, stopp, aufhoeren, beende | ne plus, arreter, arrete | dejar de, no mas, detener | parar de, parar, pare | 停止, 停止する, やめる, 止める`,
  help: `help, commands, what can you do, how does this work, hi, hello, hey, menu, start | hilfe, hallo, guten tag, befehle | aide, bonjour, salut, commandes | ayuda, hola, comandos | ajuda, ola, oi | ヘルプ, こんにちは, 使い方`,
  about: `of, for, from, at, with, in, by, about, named, called, on | von, bei, für, mit, aus, nach, ueber, über, namens | de, pour, chez, avec | para, por, con | do, da, com | の, を, が, は`,
  polite: `please, can, could, would, you, i, want, wanna, need, like, to, the, a, an, me, us, this, these, here, are, is, what, which, where, just, now, id, im, some, any, there, it, and, thanks, thank, ok, okay, kindly, quickly, as | bitte, kannst, koennen, können, du, sie, mir, ich, möchte, moechte, will, den, die, das, der, ein, einen, eine, dem, diese, dieser, diesen, hier, uns, danke, zu, zum, an | s'il te plait, s'il vous plait, svp, veuillez, je, veux, voudrais, le, la, les, un, une, moi, nous, ce, cette, ici, merci, comme, a | por favor, quiero, quisiera, el, los, las, una, lo, esta, aqui, gracias, como | eu, quero, gostaria, o, os, as, um, uma, esta, obrigado, obrigada | お願いします, してください, ください, して, に, な, と, ここに, ここ`,
};

/** Small words that people and companies are called by, too: they are names where they are written as names are. */
export const ALSO_NAMES = new Set(
  phrases(
    'will, an, any, can, just, now, im, id, it, us, ok, as, by, on, in | das, den, der, die, dem, ein, von, bei, mit, aus | le, la, les, un, une, ce, de | el, los, las, lo, una | o, os, um, uma, do, da, com',
  ),
);

/** Words written as one that mean two things. */
const JOINED: Record<string, Concept[]> = {
  newlead: ['new', 'lead'],
  neulead: ['new', 'lead'],
  createlead: ['new', 'lead'],
  addlead: ['new', 'lead'],
  myleads: ['my', 'lead'],
  openleads: ['open', 'lead'],
  bulkqualify: ['many', 'qualify'],
  massenqualifizierung: ['many', 'qualify'],
  一括評価: ['many', 'qualify'],
  unsubscribe: ['stop', 'notify'],
  stopnotifying: ['stop', 'notify'],
};

/** Every word and phrase, folded, with what it means; an earlier meaning wins, so that verbs win over small words. */
export const MEANINGS: ReadonlyMap<string, readonly Concept[]> = new Map<string, readonly Concept[]>([
  ...(Object.keys(WORDS) as Concept[])
    .reverse()
    .flatMap((concept) => phrasesOf(concept).map((phrase): [string, Concept[]] => [phrase, [concept]])),
  ...Object.entries(JOINED).map(([word, concepts]): [string, Concept[]] => [foldText(word), concepts]),
]);

/** The words of Japanese, as written, longest first: it is written without spaces, and the longest word is meant. */
export const UNSPACED: readonly string[] = [...Object.values(WORDS).flatMap(spelled), ...Object.keys(JOINED)]
  .filter((word) => /[\u3040-\u30ff\u3400-\u9fff]/.test(word) && word.length > 1)
  .sort((a, b) => b.length - a.length);

function phrasesOf(concept: Concept): string[] {
  return phrases(WORDS[concept]);
}

function phrases(words: string): string[] {
  return spelled(words).map(foldText);
}

function spelled(words: string): string[] {
  return words.split(/[,|]/).map((phrase) => phrase.trim());
}

/** Verbs that German takes apart, with what stands last: 'weise Jane Doe Megan zu'. */
export const SEPARABLE: ReadonlyMap<string, readonly [particle: string, Concept]> = new Map([
  ['weise', ['zu', 'assign']],
  ['ordne', ['zu', 'assign']],
  ['lege', ['an', 'new']],
  ['leg', ['an', 'new']],
  ['lehne', ['ab', 'disqualify']],
  ['zeige', ['an', 'show']],
  ['zeig', ['an', 'show']],
]);

/** What leads to the name of a new lead, and says nothing about it as 'from' and 'about' do. */
export const FOR = new Set(phrases('for, of, called, named | für, namens | pour | para, por | の, を, は, が'));

/** What stands between a lead and the colleague it is given to. */
export const TOWARDS = new Set(['to', 'an', 'a', 'para', 'に', 'へ', '->', '→', '=>']);
