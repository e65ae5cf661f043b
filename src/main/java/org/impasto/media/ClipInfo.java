package org.impasto.media;

import java.nio.file.Path;
import java.util.List;

/**
 * What a clip is, as read from its headers.
 *
 * @param path the file
 * @param container FFmpeg's name of the format, such as "mov,mp4,m4a,3gp,3g2,mj2"
 * @param durationSeconds length that the container claims; 0 where it does not say
 * @param video the video stream that is rendered
 * @param otherStreams what else is in it, one description per stream, such as "audio aac 48000 Hz stereo (eng)"
 * @param chapters number of chapters
 */
public record ClipInfo(Path path, String container, double durationSeconds, VideoInfo video, List<String> otherStreams,
        int chapters) {
    public ClipInfo {
        otherStreams = List.copyOf(otherStreams);
    }
}
