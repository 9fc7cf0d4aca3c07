/** A piece of a sentence; with an address where it names something that has a page. */
export interface Piece {
  text: string;
  href: string;
  title: boolean; // words of a document
}

/** Cuts a sentence of the API at the names in it, so that they can be links. Each name is linked once, the longest first. */
export function linked(sentence: string, names: readonly Piece[]): readonly Piece[] {
  let pieces: readonly Piece[] = [{ text: sentence, href: '', title: false }];
  for (const name of [...names].sort((a, b) => b.text.length - a.text.length)) {
    if (name.text === '') continue;
    let done = false;
    pieces = pieces.flatMap((piece): readonly Piece[] => {
      const at = done || piece.href !== '' ? -1 : piece.text.indexOf(name.text);
      if (at < 0) return [piece];
      done = true;
      const rest = [{ ...piece, text: piece.text.slice(0, at) }, name, { ...piece, text: piece.text.slice(at + name.text.length) }];
      return rest.filter((part) => part.text !== '');
    });
  }
  return pieces;
}
