import { foldText } from '../leads/text.ts';

/** What whoever means themselves says, as the owner of leads or as the one who is given one. */
export const MYSELF: ReadonlySet<string> = new Set([
  ...wordsOf('me mine myself mich mir moi moi-même mi yo eu mim 私 自分'),
  'a mi',
]);

/** What an option is called beside its label. */
export const ALSO_CALLED: Record<string, readonly string[]> = {
  hot: ['ホット', '高い'],
  warm: ['ウォーム'],
  cold: ['コールド', '低い'],
  web: ['website', 'ウェブ'],
};

/** Whoever leaves something out means the opposite of what they name. */
export const NEGATIONS = wordsOf(
  'not no non without except but nicht kein keine keinen ohne ausser sauf pas sans excepto sin menos nao sem exceto salvo 以外 除く ない なし',
);

/** Written without spaces around them. */
export const JAPANESE_WORDS =
  'すべての すべて 全ての 全て 新しい 新規の 新規 リード 見込み客 ここに ここで ここ だけ のみ について 通知 お願いします してください ください して'.split(
    ' ',
  );

/** What says nothing of which leads are meant: en, de, fr, es, pt, ja. */
export const PASSED_OVER = wordsOf(
  `about all any each every everything new lead leads prospect prospects please here when whenever if a an the of for from with
  in into on to by is are that which who whose and only just come comes coming arrive arrives get gets there me us we this
  channel chat group conversation team rating rated source thanks thank you i want know has have via through as be created
  added
  über alle allen alles jeden jedem jeder jede neu neue neuen neuer bitte hier wenn sobald falls ein eine einen einer der die das den
  dem von vom aus mit im für bei zu zum zur durch und nur kommt kommen rein reinkommt reinkommen eingeht eingehen es gibt
  mich mir uns wir ich diesen diesem dieser kanal gruppe quelle danke ist sind deren dessen auf als du möchte will
  de des du d l la le les un une sur pour par avec dans en tous toutes tout chaque nouveaux nouveau nouvelle nouvelles piste
  pistes ici quand lorsque si et seulement uniquement que qui est sont moi nous ce cette canal groupe équipe svp s il vous
  te plait merci arrive arrivent entre entrent dès à au aux dont origine
  del los las el lo una sobre para por con todos todas todo cada nuevo nuevos nueva nuevas cliente clientes potencial
  potenciales aquí cuando y solo solamente cuyo es son nos este esta grupo equipo favor gracias llega llegan llegue lleguen al
  do da dos das o os as um uma com em na neste nesta tudo novo novos nova novas potenciais aqui quando se e só somente apenas cujo são
  mim equipe obrigado obrigada chega chegam chegar chegarem
  の を に は が と な で へ も ${JAPANESE_WORDS.join(' ')}`,
);

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).map(foldText));
}
