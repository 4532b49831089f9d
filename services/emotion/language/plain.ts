import { tokenize } from "../classifier/tokens.ts";

const ASKS =
  /\?\s*$|^(?:please |hi,? |hello,? |hey,? |ok(?:ay)?,? |and |so )*(?:how|what|when|where|which|who|why|can|could|would|will|is|are|does|do|did|should|explain|show|list|give|tell|find|summari[sz]e|compare|describe|write|create|add|remove|change|fix|update|install|run|convert|translate|open|set|make|use|check|define|calculate|generate|implement|search|look)\b/;
const TECHNICAL =
  /\b(?:api|array|async|backend|backup|bash|binary|boolean|branch|browser|buffer|build|bytes?|cache|class|cli|client|cluster|code|column|commit|compil\w+|config\w*|container|cpu|css|csv|daemon|data|database|debug\w*|default|deploy\w*|directory|dns|docker|endpoint|env|exception|executable|export|file|files|flag|folder|format|framework|function|git|gpu|hash|header|host|html|http|https|import|index|install\w*|instance|integer|interface|ip|java|javascript|json|kernel|key|kubernetes|lambda|latency|library|linux|list|log|logs|loop|memory|merge|method|module|network|node|npm|null|object|package|parameter|parser|password|path|pdf|permission|pipeline|plugin|pod|pointer|port|postgres\w*|process|program|protocol|proxy|python|query|queue|ram|redis|regex|release|repository|request|response|rust|schema|script|server|service|session|shell|sql|ssh|ssl|stack|string|sudo|syntax|systemd|table|tcp|terminal|test|thread|timeout|tls|token|type|typescript|udp|update|upgrade|url|user|uuid|variable|vector|version|virtual|vm|volume|webhook|windows|yaml|yml)\b|\bcode\b|[a-z]_[a-z_]|[a-z]\(\)|\/\w+\/|\b\w+\.(?:ts|js|py|rs|go|json|ya?ml|md|txt|pdf|sh|conf)\b|\b[A-Z]{2,}_[A-Z_]+\b|--\w+/;
const AFFECT =
  /\b(?:love\w*|hat(?:e|ed|es|ing|red)|awful|terribl[ey]|horribl[ey]|wonderful\w*|amazing\w*|awesome|beautiful\w*|stupid\w*|idiot\w*|dumb|useless|ridiculous\w*|damn\w*|fuck\w*|shit\w*|crap\w*|hell|bastard\w*|bitch\w*|sucks?|sorry|thank\w*|happy|glad|sad\w*|angry|afraid|scar(?:ed|y)|worr\w+|lonely|hurts?|pain\w*|cry\w*|tears|proud|excit\w+|disappoint\w+|frustrat\w+|annoy\w+|upset\w*|depress\w+|anxi\w+|stress\w*|ashamed|guilty|jealous\w*|hope\w*|wish|miss you|alone|die[ds]?|dying|dead|kill (?:myself|him|her|me|them)|suicid\w+|please help|desperate\w*|nightmare|pathetic|disgust\w+|enjoy\w*|congrat\w*|incredible|fantastic|brilliant|great|good|bad|worst|best|perfect|ugly|unfair|cruel|kind)\b|[!?]{2,}|!\s*$/;

/** Things, plants and links that die: no one is mourned. */
const THING_DIED =
  /\b(?:(?:smart|tele|head|ear)?phones?|headset|earbuds|mobile|cell|batter(?:y|ies)|laptop|computer|pc|macbook|tablet|ipad|iphone|android|charger|screen|monitor|keyboard|mouse pad|printer|router|modem|wi-?fi|internet|connection|signal|network|server|website|site|app|link|call|thread|chat|drive|disk|ssd|gpu|console|controller|camera|drone|watch|clock|alarm|radio|tv|television|torch|flashlight|lamp|bulb|light|fridge|freezer|oven|toaster|kettle|dishwasher|boiler|heater|washing machine|dryer|vacuum|mower|car|van|truck|motorbike|scooter|bike|engine|motor|generator|plants?|houseplants?|flowers?|roses?|basil|cactus|ferns?|orchids?|tomatoes|seedlings?|lawn|grass|hedge|trees?|sourdough|starter|yeast|fire|wind|joke|meme|trend|hype|project|idea|proposal|bill)(?: (?:on|of) (?:my|the) \w+)?(?: (?:has|have|had|just|suddenly|finally|already|almost|nearly|also|all|keeps|is|are|was|were|went|about to))* (?:die[ds]?|dying|dead)\b/g;

/** Words that judge or shout, whatever they are about. */
const HEATED =
  /\b(?:awful|terribl[ey]|horribl[ey]|stupid\w*|idiot\w*|dumb|useless|ridiculous\w*|damn\w*|fuck\w*|shit\w*|crap\w*|the hell|bastard\w*|bitch\w*|sucks?|pathetic|disgust\w+|unfair|please help|desperate\w*|kill (?:myself|him|her|me|them)|suicid\w+)\b|[!?]{2,}|!\s*$/;
const PERSONAL = /\b(?:i|i'm|im|i've|i'd|i'll|me|my|mine|we|we're|us|our|you're|u)\b/;
const WRITES =
  /^(?:please |can you |could you )*(?:write|draft|translate|summari[sz]e|explain|list|find|show|describe|compare|tell me about)\b/;
const SMALL_TALK =
  /^(?:(?:hi|hello|hey|good (?:morning|afternoon|evening)|ok|okay|yes|no|nope|yep|sure|right|maybe|morgan|bye|how are you(?: doing)?(?: today)?)[\s,.!?]*)+$/;

/**
 * Whether a message only asks or tells something, with no word or sign of a feeling: what the classifier hears in it is topic, not mood. A question that
 * is about no one may name feelings ("how does depression affect sleep?"): they are its topic.
 */
export function isPlain(text: string): boolean {
  const lower = text.replaceAll("’", "'").toLowerCase().trim();
  if (tokenize(text).includes("⟨shouted⟩")) return false;
  if (SMALL_TALK.test(lower)) return true;
  const living = lower.replace(THING_DIED, " ");
  const unnamed = withoutIdioms(living);
  const impersonal = WRITES.test(lower) || !PERSONAL.test(lower.replace(/\b(?:tell|show|give) me\b/g, " "));
  if (ASKS.test(lower) && impersonal && !HEATED.test(unnamed)) return true;
  if (AFFECT.test(unnamed)) return false;
  return living !== lower || ASKS.test(lower) || TECHNICAL.test(lower);
}

/** Technical talk that borrows violent or emotional words. */
function withoutIdioms(text: string): string {
  return text
    .replace(
      /\b(?:kill(?:s|ed|ing)? (?:the |a |all |this )?(?:\w+ )?(?:process\w*|pid|job|task|server|container|session|port|thread)|kill -\d+|dead(?:lock\w*| letter| code)|die\(\)|dies? with|abort\w*|panic\w*|fatal(?: error)?|best practices?|bad (?:request|gateway|credentials)|good (?:practice|way)|best way|zombie process\w*|orphan\w* process\w*|hope this|error handling|exit code)\b/g,
      " ",
    )
    .replace(/\bthank(?:s| you)(?: in advance)?[.!]?\s*$/g, " ");
}
