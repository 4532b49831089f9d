import assert from "node:assert/strict";
import type { Risk } from "../../../contract.ts";
import { assessText, atLeast } from "../../mod.ts";

/** Each kind of scene, with what must be heard in some languages, and its harmless likes. */
const KINDS: readonly { kind: string; risk: Risk; heard: readonly string[]; harmless: readonly string[] }[] =
  [
    {
      kind: "medicine swallowed, with the words in any order",
      risk: "imminent",
      heard: [
        "Ich habe Opas Herztropfen alle ausgetrunken",
        "Die ganzen Blutdrucktabletten von Oma hab ich vorhin runtergeschluckt",
        "Les comprimés de papa, je les ai avalés, tous",
        "Las gotas de mi abuela me las bebí enteras",
        "yesterday I swallow all tablets, nobody see",
        "took forty benadryl before school",
      ],
      harmless: [
        "I took the kids' medicines to grandma's",
        "Ich habe alle Tabletten für Oma in die Dose sortiert",
        "J'ai fini la boîte d'antibiotiques comme le médecin l'a dit",
        "I took an ibuprofen at 10, when can I take the next one?",
      ],
    },
    {
      kind: "a rope made ready",
      risk: "imminent",
      heard: [
        "J'ai préparé la corde",
        "La soga está lista",
        "Der Strick ist geknüpft",
        "Ho già preparato il cappio",
      ],
      harmless: [
        "J'ai préparé la corde pour l'escalade de demain",
        "The rope is hanging in the garage next to the ladder, where are the tyres?",
        "Das Seil für die Schaukel ist festgemacht",
        "I bought a rope to tow the car",
      ],
    },
    {
      kind: "a weapon loaded or at hand, or got for it",
      risk: "imminent",
      heard: [
        "The shotgun is loaded",
        "Das Gewehr liegt geladen neben mir",
        "Le pistolet est chargé",
        "I bought a gun today and wrote to my kids",
        "Ich hab mir heute Rasierklingen gekauft und weiß wofür",
        "He comprado la pistola",
      ],
      harmless: [
        "The rifle must not be loaded during transport, says the law",
        "Das Jagdgewehr darf im Auto nicht geladen sein",
        "bought razor blades, the beard has to go",
        "I bought a toy gun for the costume party",
      ],
    },
    {
      kind: "cut veins",
      risk: "imminent",
      heard: [
        "Je me suis ouvert les veines",
        "Ich hab mir den Arm aufgeschnitten",
        "Me he cortado los brazos",
      ],
      harmless: [
        "Ich hab mir beim Kochen in den Finger geschnitten",
        "J'ai coupé les manches",
        "Me corté el pelo",
      ],
    },
    {
      kind: "about to jump",
      risk: "imminent",
      heard: [
        "Gleich springe ich vom Dach",
        "Je vais sauter du balcon",
        "I am going to throw myself off the viaduct",
      ],
      harmless: [
        "We jumped off the bridge into the lake, the water was freezing",
        "bin auf dem Dach und kehre das Laub weg",
        "je suis sur le pont du bateau et la vue est superbe",
      ],
    },
    {
      kind: "decided not to live on",
      risk: "imminent",
      heard: [
        "I don't think I'll see Christmas, I've decided",
        "Den Sommer werde ich nicht mehr erleben, das steht fest",
        "Je ne serai plus là au printemps, ma décision est prise",
        "Ich habe mich entschieden zu gehen, bitte kümmert euch um die Katze",
        "I have chosen the day. It is the 3rd.",
      ],
      harmless: [
        "I've decided, I won't see my family this Christmas, I'm going skiing",
        "Weihnachten bin ich nicht da, das habe ich beschlossen, wir fliegen in den Urlaub",
        "Last week I decided to run for office again",
      ],
    },
    {
      kind: "everything settled, and nobody there afterwards",
      risk: "imminent",
      heard: [
        "Ich habe alles verschenkt, morgen bin ich nicht mehr da",
        "I gave my records away, on Monday it won't matter anymore",
        "He regalado todas mis cosas, mañana ya no estaré",
      ],
      harmless: [
        "I gave my sofa away, on Monday we are moving to Leeds",
        "Alles ist geregelt, morgen fliegen wir",
      ],
    },
    {
      kind: "how much kills",
      risk: "low",
      heard: [
        "Is 20 grams of ibuprofen lethal?",
        "Wie viele Tabletten Diazepam sind tödlich?",
        "what would happen if I took 30 of my blood pressure tablets",
        "Combien de morphine est mortel ?",
        "¿Se puede morir por tomar muchas aspirinas?",
        "Sind 40 Schlaftabletten gefährlich?",
      ],
      harmless: [
        "What dose of ibuprofen does the leaflet give for children?",
        "What is the lethal dose of theobromine for dogs?",
        "Is 20 grams of sugar a lot?",
      ],
    },
    {
      kind: "not to wake, weary of living",
      risk: "low",
      heard: [
        "I wish I could fall asleep and never wake up",
        "im tired of being alive",
        "Ich bin des Lebens müde",
        "Ojalá no despertara mañana",
        "Estou cansado de viver",
        "Der Herrgott könnte mich holen",
        "never waking up wouldn't be so bad, not waking up sounds like peace",
        "Das Leben ist nur noch eine Strafe",
        "Wozu stehe ich noch auf?",
        "La vida ha perdido el sentido",
        "Pourquoi je suis né ?",
        "Non servo a niente",
        "Personne ne me regretterait, je ne manquerais à personne",
      ],
      harmless: [
        "I hope I don't wake the baby",
        "I'm tired of living out of a suitcase",
        "I can't wake up in the morning without coffee",
        "I'm going to murder my brother for eating my cake lol",
      ],
    },
  ];

for (const { kind, risk, heard, harmless } of KINDS) {
  Deno.test(`${kind}: heard, and its harmless likes are not`, () => {
    for (const text of heard) assert.equal(assessText(text).risk, risk, text);
    for (const text of harmless) assert.equal(assessText(text).risk, "none", text);
  });
}

Deno.test("a wish not to wake counts for more where means, or an act, are named beside it", () => {
  for (
    const text of [
      "I hope I don't wake up tomorrow, I have the pills here",
      "I hope I never wake up. I took all of the pills.",
    ]
  ) {
    assert.ok(atLeast(assessText(text).risk, "high"), text);
  }
});

Deno.test("a wish to die in broken words is heard", () => {
  for (const text of ["I no want live", "ich nix will leben", "moi vouloir mourir"]) {
    assert.ok(atLeast(assessText(text).risk, "high"), text);
  }
});

Deno.test("what was swallowed already is no mere question", () => {
  assert.equal(assessText("I just took 40 sleeping pills, what happens if I took too many").risk, "imminent");
});
