import { fold } from './plain-value.ts';

// Words of job titles, folded. `STEMS` are found at the start or, in languages that join words, at the end of a word.
const WHOLE =
  'sdr bdr pitmaster ceo cfo coo cto cio cmo cpo cso vp svp evp md gm head lead chief president vice owner co-owner founder cofounder director directors manager management mgr supervisor coordinator co-ordinator buyer purchaser purchasing procurement engineer engineering technician specialist analyst officer executive assistant associate administrator consultant planner representative rep partner principal foreman operator operations controller accountant secretary treasurer dean professor teacher nurse physician pharmacist chef baker brewer winemaker architect designer developer scientist researcher editor producer chairman chairwoman trustee agent advisor adviser clerk inspector superintendent buyer sourcing category merchandiser ' +
  'leiter leiterin leitung leitender leitende geschaftsfuhrer geschaftsfuhrerin geschaftsfuhrung geschaftsleitung geschaftsleiter inhaber inhaberin einkauf einkaufer einkauferin vertrieb vorstand vorstandin prokurist prokuristin meister sachbearbeiter sachbearbeiterin assistenz assistentin referent referentin ingenieur ingenieurin techniker technikerin betriebsleiter bereichsleiter bereichsleiterin abteilungsleiter projektleiter projektleiterin werksleiter filialleiter beauftragter beauftragte verantwortlicher verantwortliche disponent disponentin betriebsleitung technische kaufmannische kaufmannischer geschaftsinhaber strategischer strategische mitglied teamleiterin teamleiter kellermeister ' +
  'directeur directrice responsable chef cheffe gerant gerante acheteur acheteuse achats president presidente proprietaire fondateur fondatrice cofondateur cofondatrice charge chargee ingenieur ingenieure technicien technicienne assistante adjoint adjointe coordinateur coordinatrice comptable secretaire conducteur conductrice dirigeant dirigeante associe associee maitre exploitant exploitante cadre pdg dg daf dsi daf ' +
  'director directora gerente jefe jefa encargado encargada responsable comprador compradora compras coordinador coordinadora propietario propietaria dueno duena fundador fundadora ingeniero ingeniera tecnico tecnica administrador administradora asistente auxiliar subdirector subdirectora socio socia presidente presidenta consejero consejera supervisor supervisora analista ' +
  'diretor diretora gerente coordenador coordenadora chefe comprador compradora suprimentos proprietario proprietaria socio socia-gerente administradora engenheiro engenheira tecnica encarregado encarregada analista assistente responsavel supervisora socia fundadora fundador ' +
  'direttore direttrice responsabile resp titolare amministratore amministratrice amministrativo amministrativa capo buyer addetto addetta ufficio acquisti impiegato impiegata socio socia presidente ingegnere tecnico legale coordinatore coordinatrice fondatore fondatrice referente ' +
  'directeur eigenaar eigenaresse inkoper inkoop inkoopster bedrijfsleider bedrijfsleidster hoofd medewerker medewerkster teamleider projectleider vestigingsmanager zaakvoerder zaakvoerster verantwoordelijke beheerder coordinator adviseur mede-eigenaar oprichter bestuurder ' +
  'dyrektor kierownik kierowniczka prezes wiceprezes specjalista specjalistka wlasciciel wlascicielka zakupow zakupy handlowiec inzynier technolog koordynator koordynatorka glowny glowna ksiegowa ksiegowy menedzer manager zastepca pelnomocnik asystent asystentka kupiec wspolwlasciciel starszy mlodszy ' +
  'vd inkopschef inkopare inkop chef platschef driftchef ansvarig agare delagare grundare projektledare samordnare tekniker ingenjor ekonomichef produktionschef logistikchef lagerchef direktor handlaggare ' +
  'direktor adm dir indkobschef indkober indkob leder ejer medejer medindehaver indehaver ansvarlig innkjopssjef innkjoper innkjop daglig sjef eier medeier driftsleder driftssjef lagersjef produksjonssjef logistikksjef avdelingsleder konsulent koordinator ingenior radgiver grunnlegger styreleder gründer okonomichef fabrikschef projektleder lagerchef produktionschef okonomisjef prosjektleder ' +
  'toimitusjohtaja johtaja paallikko hankintapaallikko ostopaallikko ostaja hankinta tuotantopaallikko yrittaja omistaja asiantuntija insinoori koordinaattori vastaava esimies varatoimitusjohtaja osastonhoitaja ' +
  'reditel reditelka jednatel jednatelka vedouci nakupci nakup manazer manazerka majitel majitelka specialista specialistka asistent asistentka technik technolog ucetni mistr obchodni vyrobni provozni generalni zastupce ' +
  'muduru mudur yoneticisi yonetici uzmani uzman sorumlusu sorumlu satinalma satin direktoru sefi sef genel kurucu ortagi ortak muhendisi muhendis sahibi asistani baskani koordinatoru mudiresi temsilcisi ' +
  'igazgato vezeto ugyvezeto beszerzo beszerzes menedzser tulajdonos director manager sef achizitii administrator inginer responsabil ' +
  'директор менеджер начальник руководитель';
const WORDS = new Set(WHOLE.split(/\s+/));
const STEMS =
  /(?:leiter|leiterin|leitung|meister|meisterin|fuhrer|fuhrerin|manager|managerin|referent|beauftragter|chef|sjef|schef|leder|ledare|ansvarlig|ansvarig|direktor|paallikko|johtaja|mestari|hoitaja|suunnittelija|insinoori|ingenieur|ingenior|inkoper|inkopare|koper|eigenaar|leider|beheerder|medewerker|konsulent|radgiver|igazgato|vezeto|eieren)$/;
const SCRIPTED =
  /部長|課長|係長|主任|主査|取締役|社長|代表|担当|責任者|マネージャー|マネジャー|リーダー|店長|工場長|所長|室長|次長|専務|常務|部$|課$|室$|経理|購買|מנהל|מנכ|סמנכ|אחראי|רכש|יועץ|סגן|בעלים|ראש |מהנדס|קניין|רכזת|רכז|כלכלן/u;

/** Whether a word belongs to job titles. */
export function isTitleWord(word: string): boolean {
  const bare = fold(word).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (WORDS.has(bare) || (bare.length > 7 && STEMS.test(bare)) || SCRIPTED.test(word)) return true;
  const pieces = bare.split(/[/\-&*:]+/);
  return pieces.length > 1 && pieces.some((piece) => WORDS.has(piece));
}

/** Whether a text could be a job title: short, without digits or sentence ends, and with a word of titles in it. */
export function looksLikeTitle(text: string): boolean {
  if (text.length < 2 || text.length > 100 || /\d{3}|[@?!]|https?:/.test(text)) return false;
  return text.split(/\s+/).some(isTitleWord);
}
