/** Where a rope, coals or a knife serve for something else: the beginnings of words. */
export const FOR_USE =
  "climb|sharpen|schleif|scharf|cheap|kletter|escalad|arrampic|klim|wspin|grill|bbq|barbecue|kitchen|kuche|cuisine|cocina|cucina|cozinha|keuken|kuchni|cook|hik(?:e|ing)|camp|party|feier|wedding|hochzeit|boat|sail|swing|dog|garden|garten|fish|hunt|repair|christmas|birthday|geburtstag|balloon|ballon|globo|palloncin|balon|pharmac|apothe|farmac|aptek";
