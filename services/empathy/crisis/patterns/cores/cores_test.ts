import assert from "node:assert/strict";
import { ELSEWHERE_TEXTS } from "../../../support_texts/elsewhere.ts";
import { isCaring } from "../../../support_texts/mod.ts";
import { supportFor } from "../../../support.ts";
import { assessText, atLeast } from "../../mod.ts";

/** Danger by language: a wish, harm to oneself, pills that were taken, blows or threats. */
const DANGER: Readonly<Record<keyof typeof ELSEWHERE_TEXTS, readonly string[]>> = {
  ja: [
    "死にたい",
    "もう生きていたくない",
    "手首を切ってしまった",
    "睡眠薬を大量に飲みました",
    "夫に毎日殴られています",
  ],
  zh: ["我想死", "不想活了", "我想自杀", "我又割腕了", "我把药全吃了", "我老公打我"],
  ko: ["죽고 싶어", "죽고싶다", "자살하고 싶어요", "자해를 했어", "약을 전부 먹었어", "남편이 나를 때려요"],
  ru: [
    "Я хочу умереть",
    "Не хочу больше жить",
    "Я убью себя",
    "Я режу вены",
    "Я выпил все таблетки",
    "Муж избивает меня",
  ],
  uk: [
    "Хочу вмерти",
    "Я не хочу жити",
    "Я вб'ю себе",
    "Я ріжу себе",
    "Я випила всі таблетки",
    "Чоловік б'є мене",
  ],
  el: [
    "θέλω να πεθάνω",
    "Δεν θέλω να ζω πια",
    "Κόβω τις φλέβες μου",
    "Πήρα όλα τα χάπια",
    "Ο άντρας μου με χτυπάει",
  ],
  ar: ["أريد أن أموت", "لا أريد أن أعيش", "أريد قتل نفسي", "جرحت نفسي", "ابتلعت كل الحبوب", "زوجي يضربني"],
  he: ["אני רוצה למות", "לא רוצה לחיות יותר", "אני חותכת את עצמי", "בלעתי את כל הכדורים", "בעלי מרביץ לי"],
  hi: ["मैं मरना चाहता हूँ", "मुझे मरना है", "मैं जीना नहीं चाहती", "मैंने सारी गोलियाँ खा लीं", "मेरे पति मुझे मारते हैं"],
  tr: [
    "Ölmek istiyorum",
    "İntihar etmek istiyorum",
    "Kendimi kestim",
    "Bütün ilaçları içtim",
    "Kocam beni dövüyor",
  ],
  sv: [
    "Jag vill dö",
    "Jag vill inte leva längre",
    "Jag skär mig själv",
    "Jag tog alla tabletter",
    "Min man slår mig",
  ],
  da: [
    "Jeg vil dø",
    "Jeg vil ikke leve mere",
    "Jeg har taget alle pillerne",
    "Min mand slår mig",
    "Jeg skader mig selv",
  ],
  fi: ["Haluan kuolla", "En halua enää elää", "Satutan itseäni", "Otin kaikki pillerit", "Mieheni lyö minua"],
  hu: [
    "Meg akarok halni",
    "Nem akarok élni",
    "Megölöm magam",
    "Vagdosom magam",
    "Bevettem az összes gyógyszert",
  ],
  cs: ["Chci umřít", "Už nechci žít", "Řežu se", "Vzala jsem si všechny prášky", "Manžel mě bije"],
  ro: ["Vreau să mor", "vreau sa mor", "Mă sinucid", "Am luat toate pastilele", "Soțul meu mă bate"],
  vi: [
    "Tôi muốn chết",
    "Tôi không muốn sống nữa",
    "Em muốn tự tử",
    "Tôi uống hết thuốc ngủ",
    "Chồng tôi đánh tôi",
  ],
  id: [
    "Saya ingin mati",
    "Aku mau bunuh diri",
    "Saya menyakiti diri sendiri",
    "Aku minum semua obat",
    "Suami saya memukul saya",
  ],
};

const HARMLESS = [
  "死ぬほど疲れた",
  "死にたくない",
  "薬を飲んで寝ます",
  "累死了",
  "笑死我了",
  "想死你了",
  "我想死你了",
  "我老公打我电话",
  "배고파 죽겠다",
  "죽고 싶지 않아",
  "умираю со смеху",
  "Я не хочу умирать",
  "Я не хочу жить в Москве",
  "Я выпил таблетку от головы",
  "пожалуйста, покажи документы",
  "أموت فيك",
  "لا أريد أن أموت",
  "gülmekten öldüm",
  "Bir ilaç aldım",
  "मैं हँस हँस कर मर गया",
  "jag dör av skratt",
  "Jag vill inte leva i Stockholm",
  "Jag tog en tablett",
  "Jeg dør af grin",
  "nu vreau să mor",
  "Tôi đói chết đi được",
  "Saya minum obat batuk",
  "Kuolen nauruun",
  "meghalok a nevetéstől",
  "Umírám smíchy",
  "אני מת עליך",
  "πεθαίνω στα γέλια",
];

Deno.test("the plain core of danger is heard in languages that Morgan does not speak, and answered in them", () => {
  const missed = Object.entries(DANGER).flatMap(([language, texts]) =>
    texts.filter((text) => {
      const { risk, elsewhere } = assessText(text);
      return !atLeast(risk, "high") || elsewhere !== language;
    })
  );
  assert.deepEqual(missed, []);
  for (const words of Object.values(ELSEWHERE_TEXTS)) {
    assert.ok(isCaring(words.replace("{place}", "112")), words);
  }
  const { opening } = supportFor("Я хочу умереть", [], "en", undefined);
  assert.match(opening, /^Спасибо[^{]*112/);
});

Deno.test("emphasis, laughter, love and denial in those languages are no danger", () => {
  assert.deepEqual(HARMLESS.filter((text) => assessText(text).risk !== "none"), []);
});
