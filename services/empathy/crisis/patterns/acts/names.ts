/** Names that hardly differ between the languages. */
export const NAMES =
  "paracetamol\\w*|acetaminophen|tylenol|doliprane|tachipirin\\w*|ben-u-ron|ibuprofen\\w*|ibuprofene|aspirin\\w*|xanax|valium|diazepam|lorazepam|tavor|ativan|benzos?|benzodiazepin\\w*|sertralin\\w*|prozac|fluoxetin\\w*|citalopram|quetiapin\\w*|lithium|insulin\\w*|codein\\w*|morphin\\w*|opioids?|oxy\\w*|fentanyl|tramadol\\w*|tilidin|ambien|zopiclon\\w*|zolpidem|melatonin\\w*|antidepress\\w*|antihistamin\\w*|digoxin|warfarin|propranolol";
