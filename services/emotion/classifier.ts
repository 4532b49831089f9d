/** Labels of texts: the module that the rest of the service knows the classifier by. */
export {
  type EmbedTexts,
  type EmotionClassifier,
  type LabelScores,
  openClassifier,
} from "./classifier/mod.ts";
