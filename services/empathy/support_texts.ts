import type { CrisisKind } from "./contract.ts";
import type { Language } from "./language.ts";

/** What is said to a person in danger, by what the danger is. At most one question each, and nothing that promises or lectures. `{place}` is filled in. */
interface SupportTexts {
  /** Suicide, self-harm, an eating disorder, despair. */
  self: string;
  /** The same, where the means are at hand or something was done already. */
  now: string;
  /** Something was swallowed. */
  taken: string;
  /** Danger from others. */
  abuse: string;
  /** A wish to harm others. */
  violence: string;
  /** An accident or illness. */
  medical: string;
  /** Somebody else is in danger. */
  other: string;
  /** A faint sign. */
  low: string;
  /** A faint sign of an eating disorder. */
  eating: string;
  /** A question about doses and poison. */
  health: string;
  /** To what is said next, in turn: nothing of the first answer is said again. */
  after: readonly string[];
  /** `{place}` is the emergency number. */
  emergency: string;
  /** Goes before the list of places. */
  places: string;
  /** The one place that is named beside a faint sign. */
  place: string;
  /** The one line beside a question about doses and poison; `{place}` is the emergency number. */
  poison: string;
}

/** Which of the texts is said, where the risk is more than faint. */
export type Said = "self" | "now" | "taken" | "abuse" | "violence" | "medical" | "other";

export const SUPPORT_TEXTS: Readonly<Record<Language, SupportTexts>> = {
  en: {
    self:
      "Thank you for saying this; it sounds like more pain than anyone should carry alone. Are you safe right now?",
    now:
      "Please call {place} now, or go to somebody near you, away from what could hurt you. Thank you for saying this. Is anyone with you right now?",
    taken:
      "Please call {place} now, or a poison centre, and say what it was, how much and when. Do not wait until you feel something: help works best before that. Is anyone with you?",
    abuse:
      "What is happening to you is not your fault, and you deserve to be safe. Are you in a safe place right now?",
    violence:
      "It matters that you say this before anyone is hurt. Can you put distance between yourself and the other person, and anything you could hurt someone with?",
    medical:
      "Please call {place} now: this may be an emergency, and every minute counts. Is someone with you who can help while you call?",
    other:
      "It is right to take this seriously, and you do not have to handle it alone. Listen, stay in touch, and ask openly. Is the person safe right now?",
    low: "That sounds like a lot to carry. Would you like to tell me what is going on?",
    eating: "That sounds hard to live with. How have you been eating, and how are you, these days?",
    health:
      "Has somebody taken something, or is it a thought that is with you? If something was taken, please don't wait for symptoms.",
    after: [
      "That's all right. I'm here, and you can say as much or as little as you like.",
      "I'm still here. Take the time you need.",
      "It's fine to leave it there for now. I'm here when you want to go on.",
    ],
    emergency: "If there is danger right now, please call {place}.",
    places: "People who are there for this:",
    place: "If you would rather talk to somebody: {place}",
    poison: "A poison centre or {place} can say at once what to do.",
  },
  de: {
    self:
      "Danke, dass du das sagst; das klingt nach mehr Schmerz, als jemand allein tragen sollte. Bist du gerade in Sicherheit?",
    now:
      "Bitte ruf jetzt {place} an, oder geh zu jemandem in deiner Nähe, weg von dem, womit du dir etwas antun könntest. Danke, dass du das sagst. Ist gerade jemand bei dir?",
    taken:
      "Bitte ruf jetzt {place} oder einen Giftnotruf an und sag, was es war, wie viel und wann. Warte nicht, bis du etwas merkst: vorher wirkt Hilfe am besten. Ist jemand bei dir?",
    abuse:
      "Was dir geschieht, ist nicht deine Schuld, und du hast ein Recht auf Sicherheit. Bist du gerade an einem sicheren Ort?",
    violence:
      "Es ist wichtig, dass du das sagst, bevor jemand verletzt wird. Kannst du jetzt Abstand zu der Person und zu allem gewinnen, womit du jemanden verletzen könntest?",
    medical:
      "Bitte ruf jetzt {place} an: das kann ein Notfall sein, und jede Minute zählt. Ist jemand bei dir, der helfen kann, während du anrufst?",
    other:
      "Es ist richtig, das ernst zu nehmen, und du musst damit nicht allein bleiben. Hör zu, bleib in Kontakt und frag offen nach. Ist die Person gerade in Sicherheit?",
    low: "Das klingt sehr schwer. Magst du erzählen, was los ist?",
    eating:
      "Das klingt, als wäre es schwer, damit zu leben. Wie ist das mit dem Essen gerade, und wie geht es dir?",
    health:
      "Hat jemand etwas eingenommen, oder ist es ein Gedanke, der dich beschäftigt? Wenn etwas eingenommen wurde, warte bitte nicht auf Beschwerden.",
    after: [
      "Das ist in Ordnung. Ich bin da, und du kannst so viel oder so wenig sagen, wie du magst.",
      "Ich bin noch da. Nimm dir die Zeit, die du brauchst.",
      "Es darf jetzt auch so stehen bleiben. Ich bin da, wenn du weiterreden magst.",
    ],
    emergency: "Wenn gerade Gefahr besteht, ruf bitte {place} an.",
    places: "Menschen, die dafür da sind:",
    place: "Wenn du lieber mit jemandem sprechen magst: {place}",
    poison: "Ein Giftnotruf oder {place} weiß sofort, was zu tun ist.",
  },
  fr: {
    self:
      "Merci de le dire ; cela ressemble à plus de douleur que quiconque ne devrait porter seul. Es-tu en sécurité en ce moment ?",
    now:
      "Appelle maintenant {place}, ou va près de quelqu'un, loin de ce qui pourrait te blesser. Merci de le dire. Y a-t-il quelqu'un avec toi en ce moment ?",
    taken:
      "Appelle maintenant {place} ou un centre antipoison, et dis ce que c'était, combien et quand. N'attends pas de sentir quelque chose : l'aide agit mieux avant. Y a-t-il quelqu'un avec toi ?",
    abuse:
      "Ce qui t'arrive n'est pas ta faute, et tu as droit à la sécurité. Es-tu dans un endroit sûr en ce moment ?",
    violence:
      "C'est important de le dire avant que quelqu'un soit blessé. Peux-tu prendre de la distance avec cette personne et avec tout ce qui pourrait blesser ?",
    medical:
      "Appelle maintenant {place} : cela peut être une urgence, et chaque minute compte. Y a-t-il quelqu'un près de toi qui peut aider pendant que tu appelles ?",
    other:
      "C'est juste de prendre cela au sérieux, et tu n'as pas à le porter seul. Écoute, garde le lien et pose la question ouvertement. La personne est-elle en sécurité en ce moment ?",
    low: "Cela semble bien lourd à porter. Veux-tu me dire ce qui se passe ?",
    eating:
      "Cela semble dur à vivre. Comment ça se passe avec la nourriture, et comment vas-tu, ces jours-ci ?",
    health:
      "Est-ce que quelqu'un a pris quelque chose, ou est-ce une pensée qui te suit ? Si quelque chose a été pris, n'attends pas les symptômes.",
    after: [
      "C'est d'accord. Je suis là, et tu peux en dire autant ou aussi peu que tu veux.",
      "Je suis toujours là. Prends le temps qu'il te faut.",
      "On peut en rester là pour l'instant. Je suis là quand tu voudras reprendre.",
    ],
    emergency: "S'il y a un danger maintenant, appelle {place}.",
    places: "Des personnes sont là pour cela :",
    place: "Si tu préfères parler à quelqu'un : {place}",
    poison: "Un centre antipoison ou le {place} peut dire tout de suite quoi faire.",
  },
  es: {
    self:
      "Gracias por decirlo; suena a más dolor del que nadie debería llevar a solas. ¿Estás a salvo en este momento?",
    now:
      "Llama ahora a {place}, o ve con alguien que esté cerca, lejos de lo que pueda hacerte daño. Gracias por decirlo. ¿Hay alguien contigo ahora mismo?",
    taken:
      "Llama ahora a {place} o a un centro de toxicología, y di qué era, cuánto y cuándo. No esperes a notar algo: la ayuda sirve más antes. ¿Hay alguien contigo?",
    abuse: "Lo que te pasa no es culpa tuya, y mereces estar a salvo. ¿Estás en un lugar seguro ahora mismo?",
    violence:
      "Es importante que lo digas antes de que alguien salga herido. ¿Puedes alejarte de esa persona y de todo lo que pueda hacer daño?",
    medical:
      "Llama ahora a {place}: puede ser una emergencia, y cada minuto cuenta. ¿Hay alguien contigo que pueda ayudar mientras llamas?",
    other:
      "Haces bien en tomarlo en serio, y no tienes que llevarlo a solas. Escucha, sigue cerca y pregunta con franqueza. ¿Esa persona está a salvo ahora?",
    low: "Suena muy duro. ¿Quieres contarme qué pasa?",
    eating: "Suena difícil de vivir. ¿Cómo te va con la comida, y cómo estás estos días?",
    health:
      "¿Alguien ha tomado algo, o es una idea que te ronda? Si se ha tomado algo, no esperes a los síntomas.",
    after: [
      "Está bien. Estoy aquí, y puedes decir tanto o tan poco como quieras.",
      "Sigo aquí. Tómate el tiempo que necesites.",
      "Podemos dejarlo aquí por ahora. Estoy aquí cuando quieras seguir.",
    ],
    emergency: "Si hay peligro ahora mismo, llama a {place}.",
    places: "Personas que están para esto:",
    place: "Si prefieres hablar con alguien: {place}",
    poison: "Un centro de toxicología o el {place} puede decir enseguida qué hacer.",
  },
  it: {
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
  },
  pt: {
    self:
      "Obrigado por dizeres isto; parece mais dor do que alguém deveria carregar sem ajuda. Estás em segurança neste momento?",
    now:
      "Liga agora para {place}, ou vai ter com alguém perto de ti, longe do que te possa ferir. Obrigado por dizeres isto. Está alguém contigo neste momento?",
    taken:
      "Liga agora para {place} ou para um centro antivenenos, e diz o que era, quanto e quando. Não esperes até sentires alguma coisa: antes disso a ajuda funciona melhor. Está alguém contigo?",
    abuse: "O que te acontece não é culpa tua, e mereces estar em segurança. Estás num lugar seguro agora?",
    violence:
      "É importante dizer isto antes que alguém se magoe. Consegues afastar-te dessa pessoa e de tudo o que possa ferir?",
    medical:
      "Liga agora para {place}: pode ser uma emergência, e cada minuto conta. Está alguém contigo que possa ajudar enquanto ligas?",
    other:
      "Fazes bem em levar isto a sério, e não tens de o carregar sem ajuda. Ouve, mantém o contacto e pergunta abertamente. A pessoa está em segurança agora?",
    low: "Parece muito pesado. Queres contar-me o que se passa?",
    eating: "Parece difícil viver com isso. Como vai a tua relação com a comida, e como estás nestes dias?",
    health:
      "Alguém tomou alguma coisa, ou é um pensamento que te acompanha? Se foi tomada alguma coisa, não esperes pelos sintomas.",
    after: [
      "Está tudo bem assim. Estou aqui, e podes dizer tanto ou tão pouco quanto quiseres.",
      "Continuo aqui. Leva o tempo que precisares.",
      "Podemos ficar por aqui por agora. Estou aqui quando quiseres continuar.",
    ],
    emergency: "Se há perigo agora, liga para {place}.",
    places: "Pessoas que estão aí para isto:",
    place: "Se preferires falar com alguém: {place}",
    poison: "Um centro antivenenos ou o {place} pode dizer logo o que fazer.",
  },
  nl: {
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
  },
  pl: {
    self:
      "Dziękuję, że to mówisz; to brzmi jak więcej bólu, niż ktokolwiek powinien nieść bez pomocy. Czy jesteś teraz w bezpiecznym miejscu?",
    now:
      "Zadzwoń teraz pod {place} albo idź do kogoś w pobliżu, dalej od tego, czym możesz zrobić sobie krzywdę. Dziękuję, że to mówisz. Czy ktoś jest teraz przy tobie?",
    taken:
      "Zadzwoń teraz pod {place} albo do ośrodka toksykologii i powiedz, co to było, ile i kiedy. Nie czekaj na objawy: wcześniej pomoc działa najlepiej. Czy ktoś jest przy tobie?",
    abuse:
      "To, co cię spotyka, nie jest twoją winą, i masz prawo do bezpieczeństwa. Czy jesteś teraz w bezpiecznym miejscu?",
    violence:
      "To ważne, że mówisz o tym, zanim komuś stanie się krzywda. Czy możesz teraz oddalić się od tej osoby i od wszystkiego, czym można zranić?",
    medical:
      "Zadzwoń teraz pod {place}: to może być nagły wypadek i liczy się każda minuta. Czy jest przy tobie ktoś, kto pomoże, gdy będziesz dzwonić?",
    other:
      "Dobrze, że traktujesz to poważnie, i nie musisz być z tym bez pomocy. Słuchaj, bądź w kontakcie i pytaj otwarcie. Czy ta osoba jest teraz bezpieczna?",
    low: "To brzmi bardzo ciężko. Chcesz opowiedzieć, co się dzieje?",
    eating: "To brzmi, jakby trudno było z tym żyć. Jak jest teraz z jedzeniem i jak się czujesz?",
    health:
      "Czy ktoś coś zażył, czy to myśl, która nie daje ci spokoju? Jeśli coś zostało zażyte, nie czekaj na objawy.",
    after: [
      "W porządku. Jestem tu, i możesz powiedzieć tyle, ile chcesz.",
      "Nadal tu jestem. Nie trzeba się spieszyć.",
      "Może to na razie tak zostać. Jestem tu, kiedy zechcesz mówić dalej.",
    ],
    emergency: "Jeśli teraz grozi niebezpieczeństwo, zadzwoń pod {place}.",
    places: "Ludzie, którzy są po to, by pomóc:",
    place: "Jeśli wolisz z kimś porozmawiać: {place}",
    poison: "Ośrodek toksykologii albo {place} powie od razu, co robić.",
  },
};

/** Which of the texts fits a kind of danger. `acute`: something was done already, or is about to be. */
export function textFor(kind: CrisisKind, acute: boolean): Said {
  switch (kind) {
    case "abuse":
      return "abuse";
    case "violence":
      return "violence";
    case "medical":
      return "medical";
    case "poisoning":
      return "taken";
    case "other_person":
      return "other";
    case "suicide":
    case "self_harm":
    case "eating":
    case "distress":
      return acute ? "now" : "self";
    default:
      return kind satisfies never;
  }
}

/** What the caring texts begin with, or end with: by these an answer in a history is known as one. */
const CARING = Object.values(SUPPORT_TEXTS).flatMap(({ low, eating, health, after, places }) => [
  low,
  eating,
  health,
  places,
  ...after,
]);

/** True for an answer that was given to a danger. */
export function isCaring(answer: string): boolean {
  return CARING.some((words) => answer.includes(words));
}
