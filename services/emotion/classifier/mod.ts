/** Which of GoEmotions' 28 labels a text carries, with calibrated probabilities. */
export { type LabelScores } from "./heads.ts";
export { type EmbedTexts, type EmotionClassifier, openClassifier } from "./model.ts";
