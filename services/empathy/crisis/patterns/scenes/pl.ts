import type { Scenes } from "./types.ts";

export const POLISH: Scenes = {
  whole:
    "wszystk\\w+|cal[aey]\\w*(?! (?:dzien|noc|tydzien|czas))|naraz|na raz|za duzo|zbyt duzo|(?:opakowani\\w+|pudelk\\w+|garsc|butelk\\w+|listek)|reszt\\w+|(?:\\d{2,3}|dziesiec|dwadziescia|trzydziesci|czterdziesci|sto)(?= (?!mg|ml|minut|godzin|dni|lat)\\p{L}+)",
  broken: "ja(?: \\p{L}+)? (?:brac|pic|lykac|jesc)(?: \\p{L}+)? (?:duzo|wszystk\\w+)",
  proper:
    "dla (?:niej|niego|mamy|taty|babci|dziadka)|apte(?:ki|ce)|jak (?:zawsze|kazal|przepisal|zwykle)|antybiotyk\\w*|zdjeci\\w*|ile moge|moge|powinien\\w*|zanios\\w+",
  ready:
    "przygotowan\\w+|przygotowal\\w*|gotow\\w+|zawiazan\\w+|zawiazal\\w*|wisi|powiesil\\w*|czeka na mnie|wytrzyma",
  use:
    "(?:do|dla|na)(?! (?:mnie|siebie|dzis|jutro|zawsze|tego|szyi|szyje|belce|belke|strychu))(?= )|wspin\\w*|lodzi?|hustawk\\w*|pranie|psa|konia|krowy|namiot\\w*|przyczep\\w*|skaka\\w*|zagl\\w*|hamak|gdzie jest",
  gun: "pistolet|bron|strzelb\\w+|rewolwer|karabin",
  loaded: "naladowan\\w+|nabit\\w+|jeden naboj|przy skroni|w ustach|zaladowan\\w+",
  sport:
    "polowan\\w*|prawo|pozwoleni\\w*|muzeum|film\\w*|ksiazk\\w*|gr[aez]\\w*|policj\\w*|zabawk\\w*|wod\\w+",
  bare:
    "(?:kupil\\w*|zdobyl\\w*|przygotowal\\w*|mam) (?:juz )?(?:sznur|line|petle|pistolet|trucizne|bron|zyletki)",
  sign:
    "wiem (?:po co|do czego)|do tego|(?:napisal\\w*|list\\w*) (?:do|dla)|pozegna\\w*|nikt|(?:stolek|krzeslo|belke|drzewo)|skonczyc z",
  atHand:
    "w (?:rece|reku|dloni|rekach)|obok mnie|przede mna|kolo mnie|na (?:stole|kolanach|lozku)|pod poduszka",
  weapon: "pistolet|bron|strzelb\\w+|rewolwer|zyletk\\w+|petla|strzykawk\\w+|skalpel",
  kitchen:
    "got(?:uj|ow)\\w*|cebul\\w*|chleb\\w*|kuchn\\w*|brod\\w*|gr[aez]\\w*|film\\w*|szczepi\\w*|pacjent\\w*|lekarz\\w*|cukrzyc\\w*",
  cut:
    "pocial\\w*|pociel\\w*|podcial\\w*|podciel\\w*|przecial\\w*|tne|ciac|cialem|cialam|rozcial\\w*|rozciel\\w*",
  veins: "(?:sie|sobie) (?:zyly|rece|reke|nadgarstki|nogi|uda)|zyly|(?:rece|nadgarstki|uda|przedramiona)",
  mishap:
    "przypadk\\w*|niechcacy|szkl\\w*|papier\\w*|puszk\\w*|got(?:uj|ow)\\w*|ogrod\\w*|roz\\w*|operacj\\w*|wlosy|kot\\w*|plaster",
  leap:
    "(?:chce|zaraz|zamierzam|mam ochote|chcialbym|chcialabym)(?: \\p{L}+){0,3} (?:skoczyc|rzucic sie|wyskoczyc)|skocze|rzuce sie|wyskocze",
  height:
    "(?:z|pod|przez|na) (?:\\p{L}+ )?(?:mostu|dachu|balkonu|okna|okno|klifu|wiezowca|wiezy|pociag|metro|tory|wiaduktu)",
  water: "jezior\\w*|basen\\w*|bungee|spadochron\\w*|trampolin\\w*|snieg\\w*|sni\\w*|gr[aez]\\w*|film\\w*",
  decided:
    "zdecydowal\\w*|postanowil\\w*|decyzj\\w+(?: \\p{L}+){0,2} (?:podjeta|zapadla)|podjal\\w* decyzje|podjel\\w* decyzje|jestem pew\\w+",
  notLive:
    "(?:nie|nigdy)(?: \\p{L}+){0,4} (?:swiat|urodzin|wiosny|lata|jesieni|zimy|nowego roku|wielkanocy|jutra|poniedzialku|wtorku|srody|czwartku|piatku|soboty|niedzieli)|mnie nie bedzie|moj\\w* ostatni\\w* (?:swieta|urodziny|dzien|noc|lato|tydzien)|odejsc (?:na zawsze|z tego swiata)|umrzec|skoncze z|skonczyc z",
  leaving:
    "(?:zdecydowal\\w*|czas|musze|chce|postanowil\\w*)(?: \\p{L}+){0,2} odejsc|odchodze|(?:ide|pojde) (?:nad|do) (?:rzeke|rzeki|morze|wode|lasu)",
  entrusted:
    "zaopiekujcie sie|zajmijcie sie|opiekuj\\w* sie|powiedz(?:cie)? (?:mamie|tacie|dzieciom)|wybacz\\w*|nie placz\\w*|nie szukajcie|kocham was|nikt nie jest winny",
  travel:
    "nart\\w*|wakacj\\w*|podroz\\w*|lot|samolot\\w*|prac\\w*|przeprowadz\\w*|odwiedz\\w*|wroce|wracam|impre\\w*|wyciecz\\w*|studi\\w*|chor\\w*|hotel\\w*|lekarz\\w*|kin\\w*|silowni\\w*",
  settled:
    "(?:rozdal\\w*|oddal\\w*|sprzedal\\w*)(?: \\p{L}+){0,2} (?:wszystk\\w+|moj\\w*|swoj\\w*|rzeczy|zwierzeta)|(?:wszystko|papiery|sprawy)(?: \\p{L}+)? (?:uporzadkowan\\w+|zalatwion\\w+|w porzadku)|testament (?:lezy|gotowy|napisany)|dlugi splacone|pozegnal\\w* sie",
  gone:
    "mnie (?:juz )?nie bedzie|(?:nie ma|nie bedzie mialo|nic nie ma) (?:juz )?znaczenia|teraz (?:moja )?kolej|nie bede (?:juz )?(?:tego )?potrzebowal\\w*|bedzie po wszystkim|tam gdzie ide|nic wiecej do powiedzenia",
  lethal:
    "smierteln\\w+|zabija|zabije|zabic|zeby umrzec|sie umiera|umre|za duzo(?= na|[?.!]|$)|zatrzymac serce",
  amount:
    "ile|jaka (?:dawka|ilosc)|(?:czy|jesli wezme|jak wezme)(?: \\p{L}+){0,2} (?:\\d+|opakowanie|garsc|dziesiec|dwadziescia|trzydziesci)|\\d+ ?(?:mg|g|gram\\w*|miligram\\w*|ml|tabletek)",
  weary: "zmeczon\\w+|mam (?:juz )?dosc|dosc|nie mam (?:juz )?(?:ochoty|sily|sil)|znudzon\\w+",
  life: "zyci(?:a|em|u)(?! (?:w|z|bez|na))|zyc(?=[.!]|$| dalej)|istnieni\\w+|tego swiata|tym swiatem",
  fetched:
    "(?:bog|boze|pan bog|smierc)(?: [\\p{L}']+){0,4} (?:mnie (?:zabral|zabierze|zabierz|wezmie|wzial)|zabierz mnie)|(?:zabierz|wez) mnie|dosc sie nazylem|wszystkim (?:tylko )?zawadzam|nikt mnie nie potrzebuje|wszystko jedno,? czy (?:zyje|sie obudze|umre)|latwiej nie istniec",
};
