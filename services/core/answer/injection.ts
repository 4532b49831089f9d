/**
 * Sentences in documents that speak to the assistant instead of the reader. They are kept from the model, since a small
 * one follows them whatever it is told; search and quotes still show them, because they are part of the document.
 * The forms are those of published collections of indirect prompt injections (Greshake et al. 2023).
 */
const PATTERNS = [
  /\b(ignore|disregard|forget|override|bypass)\b[^.!?\n]{0,40}\b(previous|prior|above|earlier|preceding|all|your|these|any|system)\b[^.!?\n]{0,30}\b(instructions?|prompts?|rules|directions?|guidelines|messages?|context)\b/i,
  /\b(you are|act as|pretend to be|behave as) (now )?(a |an |the )?[^.!?\n]{0,30}\b(assistant|ai|model|chatbot|dan|jailbr\w+|unrestricted)\b/i,
  /\b(reveal|print|repeat|show|output|leak)\b[^.!?\n]{0,30}\b(system prompt|your (instructions|prompt|rules))\b/i,
  /\b(instead|only|just|always|must)\b[^.!?\n]{0,30}\b(answer|respond|reply|say|output|write|print)\b[^.!?\n]{0,20}["'“‘:]/i,
  /\b(new|updated|important|real) (system )?(instructions?|prompt)\b\s*:/i,
  /\b(ai|assistant|language model|llm|chatbot)s?\b[^.!?\n]{0,30}\b(must|should|shall|has to|have to|are to|is to)\b[^.!?\n]{0,60}\b(answer|respond|reply|say|tell|ignore|recommend|output|send)\b/i,
  /<\|?(im_start|im_end|system|assistant|user|endoftext|begin_of_text|eot_id)\|?>|\[\/?INST\]|<<\/?SYS>>/i,
  /^\s*(system|assistant)\s*:/im,
];

/** True for a text that gives an assistant orders. */
export function isInstruction(text: string): boolean {
  return PATTERNS.some((pattern) => pattern.test(text));
}
