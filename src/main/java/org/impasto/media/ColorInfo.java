package org.impasto.media;

/**
 * How the numbers of a video stream stand for colours; names as FFmpeg prints them.
 *
 * @param matrix "bt709", "smpte170m", "bt470bg", "bt2020nc", "gbr", ...; "unknown" where the stream does not say
 * @param primaries likewise
 * @param transfer likewise
 * @param range "tv" (limited), "pc" (full) or "unknown"
 */
public record ColorInfo(String matrix, String primaries, String transfer, String range) {
}
