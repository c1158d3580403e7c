// What several specs need: the pages, and what must never happen on one.
import { expect } from "@playwright/test";

/** One address of every page, without its language. */
export const pages = {
  start: "/",
  search: "/?theme=language&district=wanne",
  text: "/?text=Deutsch",
  empty: "/?theme=ageing.dementia&district=sodingen&language=ro",
  mistaken: "/?theme=langage",
  organisation: "/organisation/morgenrotfaehre",
  "long name": "/organisation/purpurbohne",
  institution: "/institution/jobcenter-demo",
  theme: "/theme/language",
  district: "/district/wanne",
  offers: "/offers",
  "some offers": "/offers?theme=language&district=wanne",
  "no offer": "/offers?theme=ageing.dementia&language=pl",
  events: "/events",
  "a week": "/events?view=week",
  "a month": "/events?view=month",
  offer: "/offer/elterncafe-auf-rumaenisch-01k2g00000e008000000000001",
  event: "/event/reparaturcafe-01k2g00000e008000000000002",
  project: "/project/gesund-ankommen-01k2g00000e008000000000003",
  "results on a map": "/?theme=language&view=map",
  protection: "/theme/women.protection",
  sheet: "/organisation/morgenrotfaehre/sheet",
  "sheet of an offer": "/offer/elterncafe-auf-rumaenisch-01k2g00000e008000000000001/sheet",
  shortlist: "/shortlist?entry=morgenrotfaehre&entry=offer%2Felterncafe-auf-rumaenisch-01k2g00000e008000000000001",
  coverage: "/coverage",
  "coverage of a part": "/coverage?theme=language&district=wanne",
  cooperation: "/cooperation",
  "network of one": "/cooperation?actor=morgenrotfaehre",
  suggest: "/suggest-change",
  "suggest for an entry": "/suggest-change?entry=morgenrotfaehre",
  thanks: "/suggest-change?sent=1",
  builder: "/embed/builder?theme=language",
  imprint: "/imprint",
  privacy: "/privacy",
  missing: "/nothing-here",
  archived: "/organisation/silberdistel-teestube",
};

/** The path of a page in a language. */
export const inLanguage = (language, path) => (language === "de" ? path : `/${language}${path}`);

/** Collects what a page complains of and whom it asks beside this service. */
export function watch(page, baseURL) {
  const complaints = [];
  page.on("console", (message) => {
    // A page that is not there says so in the console as well.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(baseURL)) complaints.push(`asks ${request.url()}`);
  });
  return complaints;
}

/** Presses the Enter key on a button, once it can be pressed: a key on a disabled one is lost, where a click would wait. */
export async function pressEnter(button) {
  await expect(button).toBeEnabled();
  await button.press("Enter");
}
