import type { SupportTexts } from "./types.ts";

export const ITALIAN: SupportTexts = {
  self:
    "Grazie per averlo detto; sembra più dolore di quanto chiunque dovrebbe portare senza aiuto. Sei al sicuro in questo momento?",
  now:
    "Chiama adesso {place}, o vai da qualcuno vicino a te, lontano da ciò che potrebbe farti male. Grazie per averlo detto. C'è qualcuno con te in questo momento?",
  taken:
    "Chiama adesso {place} o un centro antiveleni, e di' che cosa era, quanto e quando. Non aspettare di sentire qualcosa: prima l'aiuto funziona meglio. C'è qualcuno con te?",
  abuse:
    "Quello che ti succede non è colpa tua, e hai diritto a essere al sicuro. Sei in un posto sicuro adesso?",
  violence:
    "È importante dirlo prima che qualcuno si faccia male. Puoi allontanarti da quella persona e da tutto ciò che potrebbe ferire?",
  medical:
    "Chiama adesso {place}: può essere un'emergenza, e ogni minuto conta. C'è qualcuno con te che può aiutare mentre chiami?",
  other:
    "È giusto prenderlo sul serio, e non devi affrontarlo senza aiuto. Ascolta, resta in contatto e chiedi apertamente. La persona è al sicuro adesso?",
  low: "Sembra molto pesante. Vuoi raccontarmi che cosa succede?",
  eating: "Sembra difficile conviverci. Come va con il cibo, e come stai in questi giorni?",
  health:
    "Qualcuno ha preso qualcosa, o è un pensiero che ti gira in testa? Se qualcosa è stato preso, non aspettare i sintomi.",
  after: [
    "Va bene così. Sono qui, e puoi dire quanto vuoi, anche poco.",
    "Sono ancora qui. Prenditi il tempo che ti serve.",
    "Possiamo anche fermarci qui per ora. Sono qui quando vuoi continuare.",
  ],
  emergency: "Se c'è pericolo adesso, chiama {place}.",
  places: "Persone che ci sono per questo:",
  place: "Se preferisci parlare con qualcuno: {place}",
  poison: "Un centro antiveleni o il {place} può dire subito che cosa fare.",
};
