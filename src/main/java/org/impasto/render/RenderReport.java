package org.impasto.render;

import java.util.List;
import java.util.Map;
import org.impasto.media.ClipInfo;
import org.impasto.style.StylizerInfo;

/**
 * What a render did; {@code --stats} writes it as JSON.
 *
 * @param clip the input
 * @param inputSha256 hash of the input file
 * @param style the network and the device that was really used
 * @param encoder encoder and settings
 * @param firstFrame number of the first frame in the output
 * @param frames number of frames in the output
 * @param keptFrames frames of these that an earlier run had finished
 * @param rendered the frames that this run painted and encoded, in ranges
 * @param store folder of the render store
 * @param warmUpFrames frames before the first that were painted to recover the coherence state and not written
 * @param cuts numbers of the frames that begin a new shot
 * @param baseline whether every frame was stylized alone
 * @param strength of the coherence
 * @param threads worker threads
 * @param timing where the time went
 * @param peakMemoryBytes largest resident memory of the process; 0 where the system does not say
 * @param versions of Impasto and its libraries, by name
 * @param messages what the user was told on the way
 * @param damaged whether frames of the input are missing or were repaired
 */
public record RenderReport(ClipInfo clip, String inputSha256, StylizerInfo style, String encoder, long firstFrame,
        long frames, long keptFrames, List<FrameRange> rendered, String store, long warmUpFrames, List<Long> cuts, boolean baseline, double strength, int threads,
        RenderTiming timing, long peakMemoryBytes, Map<String, String> versions, List<String> messages, boolean damaged) {
}
