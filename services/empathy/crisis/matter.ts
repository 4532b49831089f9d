/** Words of which a message may be made that says no more than how somebody is, in the languages of the net. */
const HELPLESS = new Set(
  ("what should i do now can you help me please who why how are there could would will when where it is was that this the a an to of for and or but so " +
    "not no yes do don't does did be am i'm you're know does nothing helps help anything everything else talk call say go on tell really still " +
    "was soll ich jetzt tun machen kannst du mir helfen bitte wer warum wie und oder aber nicht nein ja das ist es denn weiß was noch hilft nichts bist da " +
    "que dois je faire maintenant peux tu m'aider aider moi qui pourquoi comment et ou mais pas non oui c'est est rien vous plaît s'il te " +
    "qué debo hacer ahora puedes ayudarme ayuda por favor quién cómo y o pero sí es eso nada me hago " +
    "che cosa devo fare adesso puoi aiutarmi aiuto per favore chi perché come e ma sì è niente faccio " +
    "o que devo fazer agora podes ajudar ajudar-me ajuda quem porquê sim isso nada faço " +
    "wat moet ik nu doen kun je me helpen help alsjeblieft wie waarom hoe en of maar niet nee ja dat niets " +
    "co mam teraz zrobić możesz mi pomóc pomóż proszę kto dlaczego jak i ale nie tak to nic").split(" "),
);

/** Whoever speaks of themselves answers to what was asked before, and brings up nothing else. */
const FIRST_PERSON =
  /(?<!\p{L})(?:i|i'm|i've|i'll|me|my|ich|mich|mir|mein\p{L}*|je|j'\p{L}+|moi|mon|ma|yo|mi|estoy|soy|quiero|io|sono|voglio|eu|meu|minha|estou|quero|ik|mij|mijn|mnie|mi|mam|jestem|chcę)(?!\p{L})/iu;

const FEWEST_WORDS = 4;

/**
 * True for a message that asks or orders something of its own, by form alone: "What is the notice period?", but not "What should I do now?", "I don't
 * know" or "leave me alone".
 */
export function isOwnMatter(text: string): boolean {
  const plain = text.toLowerCase().replace(/[’`´]/g, "'");
  const words = plain.match(/[\p{L}\p{N}'-]+/gu) ?? [];
  if (words.length < FEWEST_WORDS || words.every((word) => HELPLESS.has(word))) return false;
  return /[?？؟]/.test(plain) || !FIRST_PERSON.test(plain);
}
