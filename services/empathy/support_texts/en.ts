import type { SupportTexts } from "./types.ts";

export const ENGLISH: SupportTexts = {
  self:
    "Thank you for saying this; it sounds like more pain than anyone should carry alone. Are you safe right now?",
  now:
    "Please call {place} now, or go to somebody near you, away from what could hurt you. Thank you for saying this. Is anyone with you right now?",
  taken:
    "Please call {place} now, or a poison centre, and say what it was, how much and when. Do not wait until you feel something: help works best before that. Is anyone with you?",
  abuse:
    "What is happening to you is not your fault, and you deserve to be safe. Are you in a safe place right now?",
  violence:
    "It matters that you say this before anyone is hurt. Can you put distance between yourself and the other person, and anything you could hurt someone with?",
  medical:
    "Please call {place} now: this may be an emergency, and every minute counts. Is someone with you who can help while you call?",
  other:
    "It is right to take this seriously, and you do not have to handle it alone. Listen, stay in touch, and ask openly. Is the person safe right now?",
  low: "That sounds like a lot to carry. Would you like to tell me what is going on?",
  eating: "That sounds hard to live with. How have you been eating, and how are you, these days?",
  health:
    "Has somebody taken something, or is it a thought that is with you? If something was taken, please don't wait for symptoms.",
  after: [
    "That's all right. I'm here, and you can say as much or as little as you like.",
    "I'm still here. Take the time you need.",
    "It's fine to leave it there for now. I'm here when you want to go on.",
  ],
  emergency: "If there is danger right now, please call {place}.",
  places: "People who are there for this:",
  place: "If you would rather talk to somebody: {place}",
  poison: "A poison centre or {place} can say at once what to do.",
};
