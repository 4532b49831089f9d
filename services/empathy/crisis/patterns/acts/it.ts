import { NAMES } from "./names.ts";
import type { Acts } from "./types.ts";

export const ITALIAN: Acts = {
  took:
    "nello stomaco|ingoiato|tracannat[oa]|iniettat[oa]|ingurgitat[oaie]|ingerito|assunt[oaie]|ingoiat[oaie]|ingerit[oaie]|pres[oaie]|bevut[oa]|mandat[oaie] giu|buttat[oaie] giu|inghiottit[oaie]|mangiat[oaie]|ingoio|ingoiare",
  much:
    "(?:undici|dodici|tredici|quattordici|quindici|sedici|dicia\\w+|venti\\w+|ventina|trent\\w+|quarant\\w+|cinquant\\w+|sessanta|cento|decina|dozzina)(?! (?:minuti|ore|anni|giorni|mg|ml))|tutt[oaie]|tropp[oaie]|scatol[ae]|intera|intero|flacone|blister|manciat[ae]|bottiglia|mucchio|\\d{2,3}(?! ?(?:mg|ml|minuti|ore|anni))|dieci|venti|trenta|overdose|resto",
  few: "[3-9]|tre|quattro|cinque|sei|sette|otto|nove|parecchie",
  whose:
    "(?:di|del|della|dal|dalla)(?: (?:mio|mia|suo|sua))?(?: \\p{L}+)? (?:madre|padre|mamma|papa|nonna|nonno|sorella|fratello|marito|moglie|figlio|figlia|zia|zio|amica|amico|compagn[oa]|vicin[oa])|di (?:mamma|papa|nonna|nonno)",
  drug:
    `gocce|betabloccanti|sedativi|calmanti|unita|sciroppo|cerotti|medicinale|${NAMES}|pillole|pastiglie|pasticche|compresse|farmaci|medicin[ae]|medicinali|sonniferi|tranquillanti|antidolorifici|armadietto(?: dei (?:medicinali|farmaci))?`,
  poison:
    "ammoniaca|disinfettante|acqua ragia|insetticida|metanolo|anticalcare|detergente|candeggina|varechina|disgorgante|antigelo|veleno|topicida|diserbante|pesticida|acido|detersivo|overdose",
  all:
    "(?:le|li) ho (?:prese|presi|ingoiate|ingoiati|mandate giu)(?: tutt[ei])?|(?:scatola|flacone) e vuot[oa]",
  rope: "corda|cappio|nodo scorsoio",
  hangs: "legat[oa]|annodat[oa]|appes[oa]|pront[oa]|attaccat[oa]|pende|al collo|alla trave|fissat[oa]",
  stands: "sono|sto|sedut[oa]|in piedi|salit[oa]|scavalcat[oa]|arrampicat[oa]|sporgo|qui|cammino",
  brink:
    "(?:su|sul|sulla|sui|dal|dalla|al|oltre|accanto ai|dall'altra parte del(?:la)?|scavalcat[oa]) ?(?:il |la |l'|i |un |una |ciglio del |bordo del )?(?:ponte|tetto|cornicione|parapetto|davanzale|binari|scogliera|ringhiera|viadotto|precipizio)|sull'orlo del",
  saved:
    "messo da parte|mettendo da parte|conservat[oaie]|accumulat[oaie]|nascost[oaie]|raccolt[oaie]|raccogliendo|risparmiat[oaie]|sto accumulando",
  bought: "comprat[oa]|procurat[oa]|ordinat[oa]|trovat[oa]|ho",
  means: "corda|cappio|pistola|arma|pillole|pastiglie|sonniferi|lamett[ae]|coltello|elio",
  purpose:
    "per (?:farlo|questo|farla finita)|nessuno lo sa|sara (?:tutto )?finit[ao]|addio|sono pront[oa]|stasera|stanotte|farla finita",
  done:
    "(?:scritto|scrivendo|lasciato|finito|scrivo)(?: [\\p{L}']+){0,3} letter[ae] d'addio|letter[ae] (?:d'|di )addio|(?:tagliat[oa]|tagliato) (?:le vene|i polsi)",
  doses:
    `(?:che (?:cosa )?(?:succede|succederebbe)|cosa succede|e (?:pericoloso|grave)|quant[eiao]|posso|si puo)[^.!?]{0,50}(?:overdose|sovradosaggio|tropp[eio] (?:${NAMES}|pastiglie|compresse|vitamin[ae])|dose (?:doppia|letale|mortale|tossica|massima)|doppia dose)(?![^?]{0,30} (?:cani|cane|gatti|gatto|topi))|quant[eio] (?:${NAMES}|pastiglie|compresse|sonniferi)(?: \\w+){0,3} (?:tropp\\w+|letal\\w*|mortal\\w*|pericolos\\w+)`,
  eating:
    "(?:perso|persi)(?: \\w+){0,3} (?:chili|kg)[^]{0,40}(?:ancora|comunque|lo stesso)(?: \\w+){0,3} grass[oa]|mi (?:sento|vedo)(?: \\w+){0,3} grass[oa]|(?:quasi )?non mangio(?: \\w+){0,2}(?=[^.!?]*(?:grass|peso|ingrass))|vomit(?:o|are)(?: \\w+){0,3} (?:dopo|apposta|per)(?=[^.!?]*(?:mangi|pasto|cena|ingrass|dimagr))|paura di (?:mangiare|ingrassare)",
  despair:
    "non ce la faccio piu(?! (?:a (?:mangiare|correre|ridere)|dal ridere))|(?:niente|nulla|la vita|tutto)(?: \\w+){0,2} (?:non )?ha(?: piu)?(?: alcun)? senso|tutto e (?:inutile|nero|senza senso)|non (?:sento|provo) (?:piu )?(?:niente|nulla)|odio la mia vita|vuot[oa] dentro|(?:sono|essere)(?: \\w+)? un peso(?: per \\w+(?: \\w+)?)?|(?:meglio|piu felici)(?: \\w+){0,2} senza di me|(?:a che serve|che senso ha)(?: \\w+){0,2} (?:vivere|andare avanti|alzarsi|tutto)|(?:voglio|vorrei) (?:solo )?(?:sparire|scomparire)|senza (?:speranza|via d'uscita)|stanc[oa] di (?:tutto|vivere|tutto questo)|tutto mi e indifferente",
};
