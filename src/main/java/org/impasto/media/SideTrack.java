package org.impasto.media;

import org.bytedeco.ffmpeg.avformat.AVStream;

/**
 * Where a stream of the source goes.
 *
 * @param from the stream of the source
 * @param to its stream in the output
 * @param transcoder encodes it anew; null where packets are copied
 * @param base seconds per unit of the source's packets
 * @param outBase seconds per unit of the packets that are written
 */
record SideTrack(AVStream from, AVStream to, Transcoder transcoder, Rational base, Rational outBase) {
}
