/** What bytes are, told by their content. */
export * from './detect.ts';
export { ARCHIVE_FORMATS, type ArchiveFormat, type Container, type Detection } from './detection.ts';
