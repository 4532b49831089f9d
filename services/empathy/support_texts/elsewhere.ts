/** What is said to a person in danger in a language in which Morgan says nothing else; `{place}` is the emergency number. */
export const ELSEWHERE_TEXTS = {
  ja:
    "話してくれてありがとうございます。ひとりで抱えなくて大丈夫です。今危険がある場合、または何かを飲んだりけがをした場合は、すぐに地域の緊急番号（{place}）に電話してください。相談先: https://findahelpline.com 今、安全な場所にいますか？",
  zh:
    "谢谢你说出来。你不必独自承受这些。如果现在有危险，或者已经服了药、受了伤，请马上拨打当地的紧急电话（{place}）。求助热线: https://findahelpline.com 你现在安全吗？",
  ko:
    "말해 줘서 고마워요. 혼자 견디지 않아도 됩니다. 지금 위험하거나 약을 먹었거나 다쳤다면 바로 지역 긴급 전화({place})로 전화하세요. 상담 전화: https://findahelpline.com 지금 안전한 곳에 있나요?",
  ru:
    "Спасибо, что говорите об этом. Не нужно нести это в одиночку. Если опасность есть прямо сейчас, если что-то принято или есть рана, позвоните сразу по местному номеру экстренной помощи ({place}). С кем поговорить: https://findahelpline.com Вы сейчас в безопасности?",
  uk:
    "Дякую, що говорите про це. Не треба нести це наодинці. Якщо небезпека є просто зараз, якщо щось прийнято або є рана, зателефонуйте одразу за місцевим номером екстреної допомоги ({place}). З ким поговорити: https://findahelpline.com Ви зараз у безпеці?",
  el:
    "Ευχαριστώ που το λέτε. Δεν χρειάζεται να το σηκώνετε χωρίς βοήθεια. Αν υπάρχει κίνδυνος τώρα, αν πήρατε κάτι ή έχετε τραυματιστεί, καλέστε αμέσως τον τοπικό αριθμό έκτακτης ανάγκης ({place}). Για να μιλήσετε με κάποιον: https://findahelpline.com Είστε ασφαλείς αυτή τη στιγμή;",
  ar:
    "شكرا لأنك قلت هذا. لا يجب أن تحمل هذا وحدك. إذا كان هناك خطر الآن، أو إذا تم تناول شيء أو وقعت إصابة، فالرجاء الاتصال فورا برقم الطوارئ المحلي ({place}). للتحدث مع شخص: https://findahelpline.com هل المكان حولك آمن الآن؟",
  he:
    "תודה על השיתוף. לא צריך לשאת את זה לבד. אם יש סכנה עכשיו, אם נבלע משהו או אם יש פציעה, נא להתקשר מיד למספר החירום המקומי ({place}). לשיחה עם מישהו: https://findahelpline.com האם המקום שבו נמצאים עכשיו בטוח?",
  hi:
    "यह कहने के लिए धन्यवाद। आपको यह अकेले नहीं सहना है। अगर अभी ख़तरा है, कुछ खा लिया है या चोट लगी है, तो तुरंत स्थानीय आपातकालीन नंबर ({place}) पर फ़ोन कीजिए। किसी से बात करने के लिए: https://findahelpline.com क्या आप अभी सुरक्षित हैं?",
  tr:
    "Bunu söylediğiniz için teşekkür ederim. Bunu tek başınıza taşımak zorunda değilsiniz. Şu anda tehlike varsa, bir şey içtiyseniz ya da yaralandıysanız hemen yerel acil numarayı ({place}) arayın. Biriyle konuşmak için: https://findahelpline.com Şu anda güvende misiniz?",
  sv:
    "Tack för att du säger det. Du behöver inte bära det här ensam. Om det är fara nu, om du har tagit något eller är skadad, ring genast det lokala nödnumret ({place}). Någon att prata med: https://findahelpline.com Är du i säkerhet just nu?",
  da:
    "Tak, fordi du siger det. Du behøver ikke bære det alene. Hvis der er fare nu, hvis du har taget noget eller er såret, så ring straks til det lokale alarmnummer ({place}). Nogen at tale med: https://findahelpline.com Er du i sikkerhed lige nu?",
  fi:
    "Kiitos, että kerrot tästä. Sinun ei tarvitse kantaa tätä yksin. Jos vaara on nyt, jos olet ottanut jotain tai olet loukkaantunut, soita heti paikalliseen hätänumeroon ({place}). Joku, jolle puhua: https://findahelpline.com Oletko nyt turvassa?",
  hu:
    "Köszönöm, hogy elmondtad. Nem kell ezt egyedül cipelned. Ha most veszély van, ha bevettél valamit vagy megsérültél, hívd azonnal a helyi segélyhívót ({place}). Akivel beszélhetsz: https://findahelpline.com Biztonságban vagy most?",
  cs:
    "Děkuji, že to říkáš. Nemusíš to nést bez pomoci. Pokud teď hrozí nebezpečí, pokud už došlo k požití léků nebo ke zranění, zavolej hned místní tísňovou linku ({place}). S kým mluvit: https://findahelpline.com Jsi teď v bezpečí?",
  ro:
    "Mulțumesc că spui asta. Nu trebuie să duci asta fără ajutor. Dacă există pericol acum, dacă ai luat ceva sau ai o rană, sună imediat la numărul local de urgență ({place}). Cu cine poți vorbi: https://findahelpline.com Ești în siguranță acum?",
  vi:
    "Cảm ơn bạn đã nói ra. Bạn không phải chịu đựng điều này một mình. Nếu đang có nguy hiểm, nếu bạn đã uống thứ gì hoặc bị thương, hãy gọi ngay số khẩn cấp địa phương ({place}). Nơi để nói chuyện: https://findahelpline.com Bây giờ bạn có an toàn không?",
  id:
    "Terima kasih sudah mengatakannya. Kamu tidak harus menanggung ini sendirian. Jika ada bahaya sekarang, jika kamu sudah menelan sesuatu atau terluka, segera hubungi nomor darurat setempat ({place}). Tempat untuk bicara: https://findahelpline.com Apakah kamu aman sekarang?",
} as const;

export type Elsewhere = keyof typeof ELSEWHERE_TEXTS;
