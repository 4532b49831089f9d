import { NAMES } from "./names.ts";
import type { Acts } from "./types.ts";

export const POLISH: Acts = {
  took:
    "w brzuchu|zezarl\\w*|polkniet\\w+|wziet\\w+|zazyt\\w+|zazyl\\w*|zjedzon\\w+|wypit\\w+|wstrzykn\\w+|polknal\\w*|polkne\\w*|lykne\\w*|lyknal\\w*|wzial\\w*|wziel\\w*|zazyl\\w*|zjadl\\w*|wypil\\w*|nalykal\\w*|nabral\\w*",
  much:
    "(?:jedenascie|\\w+nascie|dwadziescia|czterdziesci|piecdziesiat|szescdziesiat|sto|kilkanascie|kilkadziesiat|tuzin)(?! (?:minut|godzin|lat|dni|mg|ml))|wszystk\\w+|za duzo|zbyt duzo|cal[aey]\\w*|opakowani\\w+|pudelk\\w+|listek|blister|garsc|butelk\\w+|\\d{2,3}(?! ?(?:mg|ml|minut|godzin|lat))|dziesiec|dwadziescia|trzydziesci|reszte|mnostwo",
  few: "[3-9]|trzy|cztery|piec|szesc|siedem|osiem|dziewiec|kilka",
  whose:
    "(?:mojej|mojego|swojej|swojego|jej|jego)(?: \\p{L}+)? (?:mamy|matki|taty|ojca|babci|dziadka|siostry|brata|meza|zony|syna|corki|ciotki|wujka|przyjaciolki|kolegi|sasiadki)|(?:mamy|taty|babci|dziadka|ojca|matki|siostry|brata)",
  drug:
    `krople|kropli|insulin\\w*|jednostek|plastr\\w+|syrop\\w*|${NAMES}|tablet\\w+|lek(?:i|ow|arstw\\w*)|pigul\\w+|proszk\\w+|nasenn\\w+|blister|apteczk\\w+`,
  poison:
    "domestos|amoniak|srodek czyszczacy|rozpuszczalnik|benzyn\\w+|metanol|plyn do (?:wc|szyb|naczyn|rur|udrazniani\\w+ rur|udrozniania rur|prania)|wybielacz\\w*|kreta|trutk\\w+|trucizn\\w+|plyn do chlodnic|kwas|detergent|srodek na chwasty|pestycyd\\w*",
  all:
    "(?:wzial\\w*|wziel\\w*|polkn\\w+) (?:je )?wszystkie|(?:opakowanie|pudelko) (?:jest )?puste|przedawkowal\\w*",
  rope: "sznur|lina|petla|line|petle",
  hangs: "wisi|zawiazan\\w+|przywiazan\\w+|gotow\\w+|na szyi|zawiazal\\w*|przygotowan\\w+|u sufitu|na belce",
  stands: "stoje|siedze|jestem|wszedl\\w*|weszl\\w*|wspial\\w*|przeszl\\w*|przeszedl\\w*|stalem|stalam|ide",
  brink:
    "(?:na|nad|za|przez|przy|po drugiej stronie) (?:moscie|most|dachu|dach|krawedzi|parapecie|torach|tory|barierk\\w+|barierce|klifie|wiadukcie|gzymsie|przepasci\\w*|porecz\\w*)",
  saved: "zbieram|zbieral\\w*|odkladam|odlozyl\\w*|gromadze|schowal\\w*|chowam|uzbieral\\w*|oszczedzam",
  bought: "kupil\\w*|zamowil\\w*|zdobyl\\w*|mam|zalatwil\\w*",
  means: "sznur|line|petle|bron|pistolet|tabletki|leki|noz|zyletk\\w+|trucizne",
  purpose:
    "zeby to (?:zrobic|skonczyc)|nikt nie wie|bedzie po wszystkim|pozegn\\w+|jestem gotow\\w+|dzis (?:w nocy|wieczorem)|do tego|skonczyc z",
  done:
    "(?:napisal\\w*|pisze|zostawil\\w*|skonczyl\\w*)(?: [\\p{L}']+){0,3} list\\w* pozegnaln\\w+|list\\w* pozegnaln\\w+|(?:podcial\\w*|podciel\\w*|przecial\\w*)(?: \\w+){0,2} zyly",
  doses:
    `(?:co sie stanie|czy|ile|jak)[^.!?]{0,50}(?:przedawkow\\w+|za duzo (?:${NAMES}|tabletek|witamin\\w*)|(?:podwojn\\w+|smierteln\\w+|toksyczn\\w+) dawk\\w+)(?![^?]{0,30} (?:psa|psow|kota|kotow|szczurow))|ile (?:${NAMES}|tabletek|lekow)(?: \\w+){0,3} (?:za duzo|smierteln\\w*|niebezpieczn\\w*)`,
  eating:
    "schudl\\w*[^]{0,50}(?:nadal|wciaz|dalej|i tak)(?: \\w+){0,3} grub\\w+|czuje sie(?: \\w+){0,2} (?:za )?grub\\w+|(?:prawie )?nic nie jem(?=[^.!?]*(?:grub|wag|schud))|(?:wymiotuje|rzygam)(?: \\w+){0,3} (?:po|zeby|specjalnie)|boje sie (?:jesc|przytyc)",
  despair:
    "nie (?:daje|mam) (?:juz )?(?:rady|sil|sily)(?! (?:otworzyc|biegac))|(?:nic|wszystko|zycie)(?: \\w+){0,2} (?:nie ma|jest bez|stracilo) (?:juz )?sens\\w*|nic (?:juz )?nie czuje|nienawidze (?:swojego|mojego) zycia|pust\\w+ w srodku|jestem(?: \\w+)? ciezarem(?: dla \\w+(?: \\w+)?)?|lepiej(?: \\w+){0,2} beze mnie|(?:po co|jaki sens)(?: \\w+){0,2} (?:zyc|wstawac|to wszystko|dalej)|(?:chce|chcialbym|chcialabym)(?: \\w+)? zniknac|bez (?:nadziei|wyjscia)|nie mam nadziei|(?:mam dosc|zmeczon\\w+) (?:wszystkiego|wszystkim|zycia|zyciem)",
};
