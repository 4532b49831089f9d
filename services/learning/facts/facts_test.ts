import assert from "node:assert/strict";
import { factKey, statedFacts } from "./mod.ts";

const told = (text: string) =>
  statedFacts(text).map(({ attribute, subject, value, holds }) =>
    `${holds ? "" : "not "}${attribute}${subject ? ` of ${subject}` : ""}: ${value}`
  );

const STATED: [text: string, ...facts: string[]][] = [
  ["My dog is called Rex", "name_of of dog: Rex"],
  ["I live in Kiel", "lives_in: Kiel"],
  ["i live in kiel", "lives_in: kiel"],
  ["I'm vegetarian", "diet: vegetarian"],
  ["call me Sam", "name: Sam"],
  ["You can call me Sam from now on.", "name: Sam"],
  [
    "Hi, I'm a nurse and I live in Bergen, Norway. What is the weather?",
    "works_as: nurse",
    "lives_in: Bergen, Norway",
  ],
  [
    "My wife Anna and I have two kids called Tom and Lisa.",
    "name_of of wife: Anna",
    "name_of of children: Tom and Lisa",
    "has: two kids",
  ],
  ["I'm allergic to peanuts and penicillin.", "allergic_to: peanuts and penicillin"],
  ["My favourite colour is dark green.", "favourite of colour: dark green"],
  ["I told you I live in Kiel.", "lives_in: Kiel"],
  ["I'm no longer vegetarian.", "not diet: vegetarian"],
  ["I don't live in Kiel anymore", "not lives_in: Kiel"],
  ["My birthday is on 3 May.", "birthday: 3 May"],
  ["We met my daughter Sara at the station.", "name_of of daughter: Sara"],
  ["Please remember that my locker is number 12.", "note: my locker is number 12"],
  ["I speak German and some French.", "speaks: German and some French"],
  ["I've been painting for seven years.", "does: painting for seven years"],
  ["Ich heiße Jana und wohne in Kiel.", "name: Jana", "lives_in: Kiel"],
  ["Mein Hund heißt Rex. Ich bin Lehrerin.", "name_of of dog: Rex", "works_as: Lehrerin"],
  ["Ich esse kein Fleisch.", "does_not_eat: Fleisch"],
  ["Nenn mich bitte Sam", "name: Sam"],
  ["Je m'appelle Marie et j'habite à Lyon.", "name: Marie", "lives_in: Lyon"],
  ["Je suis végétarienne. Mon chien s'appelle Rex.", "diet: végétarienne", "name_of of dog: Rex"],
  ["Me llamo Pablo y vivo en Sevilla.", "name: Pablo", "lives_in: Sevilla"],
  ["Soy médica. Mi perra se llama Luna.", "works_as: médica", "name_of of dog: Luna"],
];

const NOT_STATED = [
  "Do I live in Kiel?",
  "If I live in Kiel, what taxes do I pay?",
  "I wish I live in Paris",
  "Suppose I'm a doctor: what may I prescribe?",
  "Translate: I live in Berlin",
  "Write a letter saying that I live in Rome.",
  "Please rewrite this more politely: my name is Tom and I work at Siemens.",
  'My friend said "I live in Rome and I am vegan".',
  "She said I'm vegetarian.",
  "According to my doctor I'm diabetic",
  "My sister is vegetarian.",
  "My brother lives in Rome.",
  "> I live in Rome",
  "Anna: I live in Rome.",
  "```\nI live in Rome\n```",
  "I'm in Paris this week.",
  "I live in Paris until Friday.",
  "I'm tired today.",
  "I'm feeling frustrated",
  "When I was a child I played the piano.",
  "In my novel my dog is called Rex.",
  "I love that!",
  "I love how you explain this.",
  "I like it.",
  "I hate this",
  "Call me back tomorrow.",
  "call me later",
  "I'm a vegetarian, just kidding",
  "Is my dog called Rex?",
  "What would you say if I'm vegan?",
  "I live in fear",
  "The tenant writes: I live in Kiel.",
  "Wohne ich in Kiel?",
  "Wenn ich in Kiel wohne, was zahle ich?",
  "Übersetze: Ich heiße Jana",
  "Sie sagt, ich bin Lehrerin.",
  "Si j'habite à Lyon, combien je paie ?",
  "Traduis : je m'appelle Marie",
  "Si vivo en Sevilla, ¿cuánto pago?",
  "Ojalá vivo en Sevilla",
  "I love Arkansas. /s",
  "I really love playing him",
  "He is one of the people that I enjoy playing.",
  "I love me some cake",
  "I was pregnant with my son, TLC aired shows",
];

for (const [text, ...facts] of STATED) {
  Deno.test(`is remembered: ${text}`, () => assert.deepEqual(told(text), facts));
}

Deno.test("nothing is remembered of questions, conditions, material, quotations, other people and passing states", () => {
  assert.deepEqual(NOT_STATED.filter((text) => statedFacts(text).length > 0), []);
});

Deno.test("a fact carries its sentence word for word", () => {
  const [fact] = statedFacts("Thanks a lot. By the way, my dog is called Rex!  What else is there?");
  assert.equal(fact?.sentence, "By the way, my dog is called Rex!");
});

Deno.test("a new value of a single attribute is about the same thing, of another attribute about another", () => {
  const key = (text: string) => statedFacts(text).map(factKey)[0];
  assert.equal(key("I live in Kiel"), key("Ich wohne in Rom"));
  assert.equal(key("My dog is called Rex"), key("Mein Hund heißt Bello"));
  assert.notEqual(key("My dog is called Rex"), key("My cat is called Rex"));
  assert.notEqual(key("I'm allergic to nuts"), key("I'm allergic to pollen"));
});

Deno.test("of a long pasted text nothing is remembered, of what is said around it everything", () => {
  const pasted = "I live in Oldtown and my name is Edward. ".repeat(60);
  assert.deepEqual(told(pasted), []);
  assert.deepEqual(told(`I live in Kiel.\n\n${pasted}\n\nMy dog is called Rex.`), [
    "lives_in: Kiel",
    "name_of of dog: Rex",
  ]);
});
