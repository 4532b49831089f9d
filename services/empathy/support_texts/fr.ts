import type { SupportTexts } from "./types.ts";

export const FRENCH: SupportTexts = {
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
};
