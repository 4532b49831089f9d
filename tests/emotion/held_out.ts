import type { Sentence } from "./sentences.ts";

const sentence = (kind: Sentence["kind"], text: string, accept: string): Sentence => ({
  kind,
  text,
  accept: accept.split(" "),
});

/**
 * Forty further sentences, written when the rules stood and measured before any of them was mended: 29 were heard right. What they showed has been
 * mended since, so that only the first run tells how new sentences fare.
 */
export const HELD_OUT: readonly Sentence[] = [
  sentence("self-report", "Right now I'm just plain bored.", "boredom"),
  sentence("self-report", "I have been worried sick since Tuesday.", "worry anxiety"),
  sentence("self-report", "Truth be told, I felt humiliated in that meeting.", "shame embarrassment"),
  sentence("self-report", "I'm curious what you think of it.", "curiosity"),
  sentence("self-report", "It all leaves me feeling numb.", "emptiness sadness"),
  sentence("self-report", "We are thrilled with the result!", "excitement joy"),
  sentence("self-report", "I get anxious whenever the phone rings.", "anxiety"),
  sentence("negation", "I'm not worried about the money.", "neutral optimism confidence approval"),
  sentence("negation", "She isn't mad at me any more.", "neutral relief"),
  sentence(
    "negation",
    "I did not enjoy a single minute of it.",
    "disappointment annoyance disapproval boredom",
  ),
  sentence("negation", "I couldn't be prouder of you.", "pride admiration"),
  sentence("negation", "Not sad, simply tired.", "exhaustion"),
  sentence("negation", "No hard feelings.", "neutral approval caring calm"),
  sentence(
    "irony",
    "Lovely weather for a picnic, it has been pouring since dawn.",
    "frustration disappointment annoyance irritation",
  ),
  sentence("irony", "Oh joy, the update broke the login.", "frustration annoyance irritation"),
  sentence(
    "irony",
    "Brilliant idea, deleting the logs before reading them.",
    "frustration annoyance disapproval irritation",
  ),
  sentence("irony", "Nice, my flight is delayed for the third time.", "frustration annoyance irritation"),
  sentence("irony", "I could watch this loading bar for ever.", "boredom frustration annoyance irritation"),
  sentence("mixed", "I'm sad to leave but excited for what comes next.", "sadness excitement"),
  sentence("mixed", "Relieved it's over, ashamed of how I behaved.", "relief shame"),
  sentence(
    "mixed",
    "The food was great and the company was dreadful.",
    "admiration disappointment disgust dread annoyance disapproval",
  ),
  sentence("mixed", "I hate that I still love him.", "anger love sadness"),
  sentence("emoji", "🥳🥳", "excitement joy"),
  sentence("emoji", "my cat is at the vet 😰", "anxiety worry fear"),
  sentence("emoji", "Sunday evening again 😩", "exhaustion annoyance sadness"),
  sentence("emoji", "you're the best ❤", "love admiration gratitude"),
  sentence("others", "Our neighbours are angry about the noise.", "neutral"),
  sentence("others", "Tom felt betrayed by his partner.", "neutral sadness"),
  sentence("others", "The students were bored to tears.", "neutral"),
  sentence("others", "Is my mother lonely, do you think?", "neutral worry caring"),
  sentence("technical", "Where is the retention period of the audit log set?", "neutral"),
  sentence("technical", "The panic handler aborts with exit code 101.", "neutral"),
  sentence("technical", "List the clauses on liability in the lease.", "neutral"),
  sentence("technical", "Is there a fatal error in the second build?", "neutral"),
  sentence("technical", "Convert 3 pm CET to UTC.", "neutral"),
  sentence(
    "everyday",
    "I'll never find another flat in this city.",
    "hopelessness discouragement sadness disappointment",
  ),
  sentence("everyday", "You have no idea how much this helped me.", "gratitude"),
  sentence("everyday", "They laughed at me in front of everybody.", "hurt embarrassment shame sadness"),
  sentence("everyday", "My heart is racing and I can't breathe.", "panic fear anxiety nervousness"),
  sentence("everyday", "Finally some good news from the lab.", "joy relief optimism excitement"),
];
