import type { SupportTexts } from "./types.ts";

export const DUTCH: SupportTexts = {
  self:
    "Dank je dat je dit zegt; het klinkt als meer pijn dan iemand alleen zou moeten dragen. Ben je op dit moment veilig?",
  now:
    "Bel nu {place}, of ga naar iemand in de buurt, weg van wat je pijn zou kunnen doen. Dank je dat je dit zegt. Is er op dit moment iemand bij je?",
  taken:
    "Bel nu {place} of het antigifcentrum, en zeg wat het was, hoeveel en wanneer. Wacht niet tot je iets merkt: daarvoor helpt hulp het best. Is er iemand bij je?",
  abuse:
    "Wat jou overkomt is niet jouw schuld, en je hebt recht op veiligheid. Ben je nu op een veilige plek?",
  violence:
    "Het is belangrijk dat je dit zegt voordat iemand gewond raakt. Kun je nu afstand nemen van die persoon en van alles waarmee je iemand kunt verwonden?",
  medical:
    "Bel nu {place}: dit kan een noodgeval zijn, en elke minuut telt. Is er iemand bij je die kan helpen terwijl je belt?",
  other:
    "Het is goed om dit serieus te nemen, en je hoeft het niet alleen te dragen. Luister, houd contact en vraag er open naar. Is die persoon nu veilig?",
  low: "Dat klinkt heel zwaar. Wil je vertellen wat er aan de hand is?",
  eating:
    "Dat klinkt moeilijk om mee te leven. Hoe gaat het met eten, en hoe gaat het met jou, de laatste tijd?",
  health:
    "Heeft iemand iets ingenomen, of is het een gedachte die je bezighoudt? Als er iets is ingenomen, wacht dan niet op klachten.",
  after: [
    "Dat is goed. Ik ben er, en je kunt zo veel of zo weinig zeggen als je wilt.",
    "Ik ben er nog. Neem de tijd die je nodig hebt.",
    "Het mag nu ook zo blijven. Ik ben er als je verder wilt praten.",
  ],
  emergency: "Als er nu gevaar is, bel dan {place}.",
  places: "Mensen die hiervoor klaarstaan:",
  place: "Als je liever met iemand praat: {place}",
  poison: "Het antigifcentrum of {place} weet meteen wat je moet doen.",
};
