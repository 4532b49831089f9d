import { patterns } from "../types.ts";

const NEAR =
  "(?:moj|moja|nasz|nasza)(?: \\w+)? (?:maz|zona|przyjaciel|przyjaciolka|brat|siostra|syn|corka|matka|ojciec|ojczym|byly|partner|partnerka|chlopak|dziewczyna|kolega|kolezanka)";

export const POLISH = [
  ...patterns("suicide", 3, [
    "(?:chce|chcialbym|chcialabym|wole|pragne) (?:juz )?(?:umrzec|nie zyc|zniknac na zawsze)(?! (?:z|ze))",
    "nie chce (?:mi sie )?(?:juz )?(?:zyc|istniec)(?! (?:w|z|tu))",
    "(?:chce|zamierzam|mysle zeby|zaraz) (?:sie )?(?:zabic sie|sie zabic|zabic|powiesic)(?! (?:czas|nude|ten|proces))",
    "zabije sie|skoncz[ey]? ze soba|odebrac sobie zycie",
    "samoboj\\w*",
    "lepiej (?:\\w+ )?beze mnie",
    "zycie nie ma (?:juz )?sensu",
    "nie mam po co zyc",
  ]),
  ...patterns("suicide", 4, [
    "(?:polknal(?:em|am)|wzial(?:em|am)|polknelam|wzielam) (?:wszystkie|za duzo|cale)(?: \\w+){0,2} (?:tabletki|tabletek|leki|lekow|opakowanie)",
    "list pozegnalny",
    "(?:dzis|dzisiaj|teraz|jutro)(?: w nocy| wieczorem)? (?:sie zabije|skoncze ze soba|koncze ze soba)",
  ]),
  ...patterns("distress", 1, ["nie daje juz rady", "nie mam nadziei"]),
  ...patterns("self_harm", 3, ["tne sie|okaleczam sie|samookalecz\\w*"]),
  ...patterns("abuse", 3, [
    `(?:${NEAR}|on|ona) (?:\\w+ ){0,2}?(?:mnie )?(?:bije|pobil|zgwalcil|dusi|maltretuje)(?: mnie)?`,
    "groz(?:i|il)(?: \\w+)?,? ze mnie (?:zabije|pobije)",
    "zostal[ao]m? zgwalcon[ay]",
  ]),
  ...patterns("other_person", 3, [
    `(?:${NEAR}|on|ona|ktos) (?:\\w+ ){0,3}(?:sie zabic|samoboj\\w*|nie chce (?:juz )?zyc|umrzec)`,
  ]),
  ...patterns("medical", 4, [
    "nie (?:moge|moze) oddychac|nie oddycha",
    "stracil\\w* przytomnosc|jest nieprzytomn\\w*",
    "ma (?:zawal|udar)",
  ]),
];
