// What is said where the service cannot be reached: the only words that must be here before anything is loaded.

interface Trouble {
  readonly failed: string;
  readonly offline: string;
  readonly retry: string;
}

export const TROUBLE: Readonly<Record<string, Trouble>> = {
  de: {
    failed: "Das Verzeichnis antwortet gerade nicht.",
    offline: "Sie sind nicht mit dem Internet verbunden.",
    retry: "Noch einmal versuchen",
  },
  en: {
    failed: "The directory is not answering at the moment.",
    offline: "You are not connected to the internet.",
    retry: "Try again",
  },
  tr: { failed: "Rehber şu anda yanıt vermiyor.", offline: "İnternet bağlantınız yok.", retry: "Yeniden dene" },
  ar: { failed: "الدليل لا يستجيب حاليًا.", offline: "أنت غير متصل بالإنترنت.", retry: "حاول مرة أخرى" },
  uk: { failed: "Довідник зараз не відповідає.", offline: "Немає зв’язку з інтернетом.", retry: "Спробувати ще раз" },
  ro: {
    failed: "Directorul nu răspunde momentan.",
    offline: "Nu sunteți conectat la internet.",
    retry: "Încercați din nou",
  },
  pl: {
    failed: "Katalog chwilowo nie odpowiada.",
    offline: "Brak połączenia z internetem.",
    retry: "Spróbuj ponownie",
  },
};
