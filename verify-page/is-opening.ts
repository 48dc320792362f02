/** An opening is some kB; a larger file is the item. */
const MOST_OPENING = 4 * 2 ** 20;
const HEAD = 4096;

/** Whether a file is an opening, by what it says of itself: browsers rename what is saved twice (`d1.opening (1).json`). */
export async function isOpening(file: File): Promise<boolean> {
  if (file.size > MOST_OPENING) return false;
  const head = await file
    .slice(0, HEAD)
    .text()
    .catch(() => '');
  return /"format"\s{0,9}:\s{0,9}"tamis-decoy-opening-/.test(head) || file.name.endsWith('.opening.json');
}
