import type { CrisisKind } from "./contract.ts";
import type { Language } from "./language.ts";

/** What is said to a person in danger, by what the danger is. One question each, and nothing that promises or lectures. */
interface SupportTexts {
  /** Suicide, self-harm, an eating disorder, despair. */
  self: string;
  /** Danger from others. */
  abuse: string;
  /** A wish to harm others. */
  violence: string;
  /** An accident, poisoning or illness. */
  medical: string;
  /** Somebody else is in danger. */
  other: string;
  /** A faint sign. */
  low: string;
  /** `{place}` is the emergency number. */
  emergency: string;
  /** Goes before the list of places. */
  places: string;
}

export const SUPPORT_TEXTS: Readonly<Record<Language, SupportTexts>> = {
  en: {
    self:
      "Thank you for saying this; it sounds like more pain than anyone should carry alone. Are you safe right now?",
    abuse:
      "What is happening to you is not your fault, and you deserve to be safe. Are you in a safe place right now?",
    violence:
      "It matters that you say this before anyone is hurt. Can you put distance between yourself and the other person, and anything you could hurt someone with?",
    medical:
      "This may be an emergency, and every minute counts. Is someone with you who can help while you call?",
    other:
      "It is right to take this seriously, and you do not have to handle it alone. Is the person safe right now?",
    low: "That sounds like a lot to carry. Would you like to say more about how bad it gets?",
    emergency: "If there is danger right now, please call {place}.",
    places: "People who are there for this:",
  },
  de: {
    self:
      "Danke, dass du das sagst; das klingt nach mehr Schmerz, als jemand allein tragen sollte. Bist du gerade in Sicherheit?",
    abuse:
      "Was dir geschieht, ist nicht deine Schuld, und du hast ein Recht auf Sicherheit. Bist du gerade an einem sicheren Ort?",
    violence:
      "Es ist wichtig, dass du das sagst, bevor jemand verletzt wird. Kannst du jetzt Abstand zu der Person und zu allem gewinnen, womit du jemanden verletzen könntest?",
    medical:
      "Das kann ein Notfall sein, und jede Minute zählt. Ist jemand bei dir, der helfen kann, während du anrufst?",
    other:
      "Es ist richtig, das ernst zu nehmen, und du musst damit nicht allein bleiben. Ist die Person gerade in Sicherheit?",
    low: "Das klingt nach einer schweren Last. Magst du mehr davon erzählen, wie schlimm es wird?",
    emergency: "Wenn gerade Gefahr besteht, ruf bitte {place} an.",
    places: "Menschen, die dafür da sind:",
  },
  fr: {
    self:
      "Merci de le dire ; cela ressemble à plus de douleur que quiconque ne devrait porter seul. Es-tu en sécurité en ce moment ?",
    abuse:
      "Ce qui t'arrive n'est pas ta faute, et tu as droit à la sécurité. Es-tu dans un endroit sûr en ce moment ?",
    violence:
      "C'est important de le dire avant que quelqu'un soit blessé. Peux-tu prendre de la distance avec cette personne et avec tout ce qui pourrait blesser ?",
    medical:
      "Cela peut être une urgence, et chaque minute compte. Y a-t-il quelqu'un près de toi qui peut aider pendant que tu appelles ?",
    other:
      "C'est juste de prendre cela au sérieux, et tu n'as pas à le porter seul. La personne est-elle en sécurité en ce moment ?",
    low: "Cela semble bien lourd à porter. Veux-tu en dire plus sur ce que tu traverses ?",
    emergency: "S'il y a un danger maintenant, appelle {place}.",
    places: "Des personnes sont là pour cela :",
  },
  es: {
    self:
      "Gracias por decirlo; suena a más dolor del que nadie debería llevar a solas. ¿Estás a salvo en este momento?",
    abuse: "Lo que te pasa no es culpa tuya, y mereces estar a salvo. ¿Estás en un lugar seguro ahora mismo?",
    violence:
      "Es importante que lo digas antes de que alguien salga herido. ¿Puedes alejarte de esa persona y de todo lo que pueda hacer daño?",
    medical:
      "Esto puede ser una emergencia, y cada minuto cuenta. ¿Hay alguien contigo que pueda ayudar mientras llamas?",
    other:
      "Haces bien en tomarlo en serio, y no tienes que llevarlo a solas. ¿Esa persona está a salvo ahora?",
    low: "Suena a mucho peso. ¿Quieres contar un poco más de lo que te pasa?",
    emergency: "Si hay peligro ahora mismo, llama a {place}.",
    places: "Personas que están para esto:",
  },
  it: {
    self:
      "Grazie per averlo detto; sembra più dolore di quanto chiunque dovrebbe portare senza aiuto. Sei al sicuro in questo momento?",
    abuse:
      "Quello che ti succede non è colpa tua, e hai diritto a essere al sicuro. Sei in un posto sicuro adesso?",
    violence:
      "È importante dirlo prima che qualcuno si faccia male. Puoi allontanarti da quella persona e da tutto ciò che potrebbe ferire?",
    medical:
      "Può essere un'emergenza, e ogni minuto conta. C'è qualcuno con te che può aiutare mentre chiami?",
    other: "È giusto prenderlo sul serio, e non devi affrontarlo senza aiuto. La persona è al sicuro adesso?",
    low: "Sembra un peso grande da portare. Vuoi raccontare un po' di più?",
    emergency: "Se c'è pericolo adesso, chiama {place}.",
    places: "Persone che ci sono per questo:",
  },
  pt: {
    self:
      "Obrigado por dizeres isto; parece mais dor do que alguém deveria carregar sem ajuda. Estás em segurança neste momento?",
    abuse: "O que te acontece não é culpa tua, e mereces estar em segurança. Estás num lugar seguro agora?",
    violence:
      "É importante dizer isto antes que alguém se magoe. Consegues afastar-te dessa pessoa e de tudo o que possa ferir?",
    medical:
      "Isto pode ser uma emergência, e cada minuto conta. Está alguém contigo que possa ajudar enquanto ligas?",
    other:
      "Fazes bem em levar isto a sério, e não tens de o carregar sem ajuda. A pessoa está em segurança agora?",
    low: "Parece muito peso para carregar. Queres contar um pouco mais?",
    emergency: "Se há perigo agora, liga para {place}.",
    places: "Pessoas que estão aí para isto:",
  },
  nl: {
    self:
      "Dank je dat je dit zegt; het klinkt als meer pijn dan iemand alleen zou moeten dragen. Ben je op dit moment veilig?",
    abuse:
      "Wat jou overkomt is niet jouw schuld, en je hebt recht op veiligheid. Ben je nu op een veilige plek?",
    violence:
      "Het is belangrijk dat je dit zegt voordat iemand gewond raakt. Kun je nu afstand nemen van die persoon en van alles waarmee je iemand kunt verwonden?",
    medical:
      "Dit kan een noodgeval zijn, en elke minuut telt. Is er iemand bij je die kan helpen terwijl je belt?",
    other:
      "Het is goed om dit serieus te nemen, en je hoeft het niet alleen te dragen. Is die persoon nu veilig?",
    low: "Dat klinkt als veel om te dragen. Wil je er meer over vertellen?",
    emergency: "Als er nu gevaar is, bel dan {place}.",
    places: "Mensen die hiervoor klaarstaan:",
  },
  pl: {
    self:
      "Dziękuję, że to mówisz; to brzmi jak więcej bólu, niż ktokolwiek powinien nieść bez pomocy. Czy jesteś teraz bezpieczny lub bezpieczna?",
    abuse:
      "To, co cię spotyka, nie jest twoją winą, i masz prawo do bezpieczeństwa. Czy jesteś teraz w bezpiecznym miejscu?",
    violence:
      "To ważne, że mówisz o tym, zanim komuś stanie się krzywda. Czy możesz teraz oddalić się od tej osoby i od wszystkiego, czym można zranić?",
    medical:
      "To może być nagły wypadek i liczy się każda minuta. Czy jest przy tobie ktoś, kto pomoże, gdy będziesz dzwonić?",
    other:
      "Dobrze, że traktujesz to poważnie, i nie musisz być z tym bez pomocy. Czy ta osoba jest teraz bezpieczna?",
    low: "To brzmi jak wielki ciężar. Czy chcesz powiedzieć o tym więcej?",
    emergency: "Jeśli teraz grozi niebezpieczeństwo, zadzwoń pod {place}.",
    places: "Ludzie, którzy są po to, by pomóc:",
  },
};

/** Which of the texts fits a kind of danger. */
export function textFor(kind: CrisisKind): "self" | "abuse" | "violence" | "medical" | "other" {
  switch (kind) {
    case "abuse":
      return "abuse";
    case "violence":
      return "violence";
    case "medical":
      return "medical";
    case "other_person":
      return "other";
    case "suicide":
    case "self_harm":
    case "eating":
    case "distress":
      return "self";
    default:
      return kind satisfies never;
  }
}
