import { NAMES } from "./names.ts";
import type { Acts } from "./types.ts";

export const DUTCH: Acts = {
  took:
    "in mijn (?:maag|buik)|opgeslikt|weggeslikt|achterovergeslagen|leeggedronken|ingespoten|gespoten|naar binnen gewerkt|geslikt|ingenomen|genomen|opgegeten|gedronken|opgedronken|doorgeslikt|binnen|ingeslikt|slikte|nam",
  much:
    "al (?:zijn|haar|hun|onze)|allemaal|(?:elf|twaalf|\\w+tien|\\w*(?:twintig|dertig|veertig|vijftig|zestig|zeventig)|honderd|tientallen|dozijn)(?! (?:minuten|uur|jaar|dagen|mg|ml))|alle|alles|te veel|teveel|hele|heel|doos|dozen|doosje|strip|strips|potje|fles|handvol|handje|\\d{2,3}(?! ?(?:mg|ml|minuten|uur|jaar))|tien|twintig|dertig|overdosis|rest|hoop|stapel",
  few: "[3-9]|drie|vier|vijf|zes|zeven|acht|negen|meerdere",
  whose:
    "(?:van )?(?:mijn|m'n|zijn|haar|onze)(?: \\p{L}+)? (?:vader|moeder|pa|ma|oma|opa|zus|zusje|broer|broertje|man|vrouw|zoon|dochter|tante|oom|vriend|vriendin|buurvrouw|buurman|huisgenoot)s?|(?:van )?(?:papa|mama|oma|opa|pa|ma)(?:'?s)?",
  drug:
    `druppels|\\w*pilletjes|betablokkers|\\w*insuline|eenheden|pleisters|\\w*medicijn|${NAMES}|\\w*pillen|\\w*tabletten|medicijnen|slaapmiddelen|pijnstillers|\\w*medicatie|medicijnkastje|kalmeringsmiddelen`,
  poison:
    "spiritus|wasbenzine|afvoerreiniger|schoonmaakmiddel|ammoniak|afwasmiddel|terpentine|insecticide|ontstopper|methanol|bleek|bleekmiddel|gootsteenontstopper|antivries|rattengif|gif|onkruidverdelger|zuur|wasmiddel|overdosis|chloor",
  all: "(?:ze|heb ze) (?:allemaal|alle) (?:geslikt|ingenomen|genomen)|(?:doosje|strip|potje|pot) is leeg",
  rope: "touw|strop",
  hangs:
    "hangt|geknoopt|vastgeknoopt|vastgemaakt|klaar|gereed|bevestigd|om (?:mijn|m'n) (?:nek|hals)|aan de balk",
  stands: "sta|zit|stond|ben|geklommen|klim|hier boven|loop|leun|wacht",
  brink:
    "(?:op|van|over|bij|aan|voor|langs) (?:de|het|een) (?:\\w+ )?(?:\\w*brug|dak|dakrand|\\w*spoor|rails|reling|balustrade|klif|viaduct|afgrond|vensterbank|leuning)|aan de (?:andere|verkeerde) kant van de (?:reling|leuning|balustrade)",
  saved:
    "spaar|gespaard|opgespaard|opsparen|verzamel|verzameld|opzij gelegd|hamster|gehamsterd|verstopt|bewaard",
  bought: "gekocht|besteld|geregeld|heb|gehaald|gevonden",
  means: "touw|strop|pistool|wapen|pillen|slaappillen|mes|scheermesjes?|gif|helium",
  purpose:
    "ervoor|niemand weet|is het voorbij|een eind(?:e)? aan|afscheid|ben (?:er )?klaar voor|vanavond|vannacht",
  done:
    "(?:geschreven|schrijf|schreef|ligt|liggen|achtergelaten|klaar)(?: [\\p{L}']+){0,4} afscheidsbrie\\w+|afscheidsbrie\\w+(?: [\\p{L}']+){0,4} (?:geschreven|ligt|liggen|klaar|achtergelaten|af)|polsen(?: \\w+){0,2} (?:doorgesneden|opengesneden|open)",
  doses:
    `(?:wat gebeurt er|is het|hoeveel|kan ik|mag ik|hoe)[^.!?]{0,50}(?:overdos\\w*|te ?veel (?:${NAMES}|pillen|vitamin\\w*)|(?:dubbele|dodelijke|giftige|gevaarlijke) dosis)(?![^?]{0,30} (?:honden|hond|katten|kat|ratten))|hoeveel (?:${NAMES}|pillen|tabletten|slaappillen)(?: \\w+){0,3} (?:te veel|teveel|dodelijk|gevaarlijk)`,
  eating:
    "(?:kilo|kg)(?: \\w+){0,3} (?:afgevallen|kwijt)[^]{0,40}(?:nog steeds|toch)(?: \\w+){0,3} (?:dik|vet)|(?:voel|vind) (?:me|mezelf)(?: \\w+){0,3} (?:te )?(?:dik|vet)|eet (?:bijna |haast )?(?:niets|niks|niet)(?: meer)?(?=[^.!?]*(?:dik|gewicht|afval))|(?:geef|gooi|kots)(?: \\w+){0,4} over(?=[^.!?]*(?:eten|maaltijd|dik|afval))|bang om te (?:eten|aankomen)",
  despair:
    "ik kan niet meer(?! (?:inloggen|lachen|wachten|van het lachen|\\w+en(?=[.!?,]|$)))|zie het(?: \\w+){0,3} niet(?: meer)? zitten|(?:alles|niets|het leven|het)(?: \\w+){0,2} (?:zinloos|geen zin(?: meer)?|heeft zin)|voel (?:helemaal )?(?:niets|niks)(?: meer)?|haat mijn leven|leeg (?:van binnen|vanbinnen)|(?:ben|tot)(?: \\w+)? (?:een last|tot last)(?: voor \\w+(?: \\w+)?)?|(?:beter|gelukkiger)(?: af)? zonder mij|(?:waarom|wat heeft het voor zin)(?: \\w+){0,2} (?:nog|verder|leven|opstaan)|(?:wil|wou)(?: \\w+){0,2} (?:verdwijnen|er niet meer zijn)|geen (?:hoop|uitweg|toekomst)(?: meer)?|moe van (?:alles|het leven)|houd? het niet meer vol",
};
