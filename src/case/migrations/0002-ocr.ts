/**
 * What OCR read from pictures, apart from `texts`: what is misread must never pass for what somebody wrote. `next` is
 * the page to go on from, null once the document was read to its end.
 */
export const ocr = `
CREATE TABLE ocr (row INTEGER PRIMARY KEY, next INTEGER, json TEXT NOT NULL) STRICT;
`;
