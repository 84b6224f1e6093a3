const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Titles before a name, folded and without points. */
export const HONORIFICS = list(
  'dr med rer nat phil oec agr prof professor mr mrs ms miss mx sir madam dipl ing dipling mag magister di bsc lic dr-ing drs ir herr herrn frau hr fr m mme mlle monsieur madame mademoiselle me maitre sr sra srta don dona d dna senor senora senorita dra dott dottssa dottor dottoressa sig sigra signor signora avv arch rag geom prof prof. eng engr dhr mevr mw mevrouw heer pan pani p inz mgr bc judr mudr rndr phdr paeddr doc hab fru froken fr hra rva sayin bay bayan av uzm ba ma ra cpt capt captain lt col rev ' +
    'ia iv iA ppa pp cand jur vet arq cpa ogm kand tekn tri di(fh) dkfm dkkfm kfm ddr mmag מר גב גברת דר ד פרופ עוד מהנדס',
);

/** Those of them that are people's names, too. */
export const ALSO_NAMES = list('don dona pan pani ba ma ra bay di ing mag av arch col rev sig');

/** Degrees and memberships behind a name, folded and without points. */
export const POST_NOMINALS = list(
  'phd mba msc bsc ba ma md cpa cfa pmp llm llb esq csc dis jr sr ii iii iv fcca acca cips mcips fcips facca mcim chartered ceng peng pe pmi prince2 cpim cscp cpsm beng meng mrics fca aca mch eur msce mph dba dphil rn obe mbe fh mim bed bcom mcom diplom ing dipl emba cissp cpp frsa mif mieee ariba itil leed ap gmbh she her he him they them sie er ihr elle il ella el hij hem zij haar hon',
);

/** Small words that belong to the last name, folded. */
export const PARTICLES = list(
  'ni nic ui o fitz de del della dello delle dei degli da di do dos das du des d la le les lo li van von vom zu zum zur der den dem ten ter te het t af av al el ul bin ibn ben bint bar abu ould saint st san santa mac mc y e und ap op in thoe auf',
);
