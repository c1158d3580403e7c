// Carries what is ticked among results along to the next results and to the pages of entries: it stands in every
// address that leads to them.

/** Lets the addresses of the page follow what is ticked. */
export function carryShortlist(): void {
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.closest(".pick")) carry();
  });
}

function carry(): void {
  const form = document.querySelector<HTMLFormElement>("form#shortlist");
  const search = document.querySelector<HTMLFormElement>("form#search");
  if (!form || !search) return;
  const kept = new FormData(form).getAll("entry").map(String);
  const put = (address: URL) => {
    address.searchParams.delete("shortlist");
    for (const entry of kept) address.searchParams.append("shortlist", entry);
    return address.href;
  };
  history.replaceState(null, "", put(new URL(location.href)));
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    ".pager a, .orders a, .views a, .chips a, .tabs a, .card :is(h2, h3) a",
  )) {
    link.href = put(new URL(link.href));
  }
  for (const field of document.querySelectorAll<HTMLInputElement>("input[type=hidden][name=shortlist]")) field.remove();
  for (const entry of kept) {
    const field = document.createElement("input");
    [field.type, field.name, field.value] = ["hidden", "shortlist", entry];
    search.append(field);
  }
}
