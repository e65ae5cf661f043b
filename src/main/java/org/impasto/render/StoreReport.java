package org.impasto.render;

import java.nio.file.Path;
import java.util.List;
import org.impasto.media.ClipInfo;

/**
 * What a render store holds.
 *
 * @param folder where it is
 * @param clip the input of its render
 * @param frames the frames that are rendered
 * @param takes the ranges that were rendered again, in order
 * @param segments the plan, segment by segment
 */
public record StoreReport(Path folder, ClipInfo clip, FrameRange frames, List<Take> takes, List<SegmentStatus> segments) {
}
