const REMEMBERED = 500;

/** Keeps the answers to what was asked lately: typing asks for the same words again and again. */
export function remember<T>(find: (word: string) => T): (word: string) => T {
  const found = new Map<string, T>();
  return (word) => {
    let answer = found.get(word);
    if (answer === undefined) {
      if (found.size >= REMEMBERED) found.clear();
      answer = find(word);
      found.set(word, answer);
    }
    return answer;
  };
}
