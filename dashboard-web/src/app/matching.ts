interface Named {
  label: string;
  about: string;
}

/** Those in which every word of the query occurs, at most so many. */
export function matching<T extends Named>(query: string, entries: T[], most: number): T[] {
  const words = query.toLowerCase().split(/\s+/);
  return entries
    .filter(({ label, about }) => {
      const text = `${label} ${about}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .slice(0, most);
}
